/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    services: import('#server/services.ts').Services;
    /** The instant of the request; of the build for a prerendered page. Set by the middleware. */
    now: Date;
    /** Absent in development, where no server of ours stands in front. */
    pageCache?: Pick<import('#server/http/page-cache.ts').PageCache, 'rendered'>;
    /** Set by `visitOf`: no browser nor proxy keeps the answer. */
    isPrivate?: true;
    /** Set by `visitOf`: the key of the forms of this page, drawn for each showing. */
    formKey?: string;
    /** Set by the middleware once the page has its French spaces. */
    isComposed?: true;
    /** Why `/espace/refus` is shown in place of the page that was asked for. */
    refusal?: import('#domain/access/can.ts').AccessRefusal;
  }
}
