import { defineMiddleware } from 'astro:middleware';
import type { Services } from '#server/services.ts';

/** `astro dev` has no server of ours in front: the services are opened at the first request that needs them. */
let devServices: Promise<Services> | undefined;

export const onRequest = defineMiddleware(async (context, next) => {
  if (import.meta.env.DEV && !context.isPrerendered) {
    devServices ??= openDevServices();
    context.locals.services = await devServices;
  }
  return next();
});

async function openDevServices(): Promise<Services> {
  const { readConfig } = await import('#server/config.ts');
  const { openServices } = await import('#server/services.ts');
  return openServices(readConfig(process.env));
}
