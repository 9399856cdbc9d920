/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    services: import('#server/services.ts').Services;
    /** Absent in development, where no server of ours stands in front. */
    pageCache?: import('#server/http/page-cache.ts').PageCache;
  }
}
