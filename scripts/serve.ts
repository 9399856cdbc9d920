import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, readConfig } from '#server/config.ts';
import { ListenError, listen } from '#server/http/listen.ts';
import { createHttpServer, type PageHandler } from '#server/http.ts';
import { openServices } from '#server/services.ts';
import { dist } from './environment.ts';

/** How long requests under way may take to end once the site is asked to stop. */
const graceMs = 10_000;

/** Serves the built site until SIGTERM or SIGINT. What stops it from starting is said in one French sentence. */
export async function serve(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const services = await openServices(config);
    const entry = pathToFileURL(join(dist, 'server/entry.mjs')).href;
    const { handler } = (await import(entry)) as { handler: PageHandler };
    const site = createHttpServer({
      config,
      dist,
      pages: handler,
      locals: { services },
      log: (line) => process.stdout.write(`${line}\n`),
    });
    const address = await listen(site.server, config);
    console.log(`Coordonnées est ouvert à l’adresse ${address}`);

    const stop = async () => {
      await site.stop(graceMs);
      await services.database.close();
      process.exit(0);
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof ListenError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
