import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataFileError } from '#domain/shared/data-file.ts';
import { readConfig } from '#server/config.ts';
import { listen } from '#server/http/listen.ts';
import { createHttpServer, type PageHandler } from '#server/http.ts';
import { createJobRunner } from '#server/jobs/job-runner.ts';
import { createMailWorker } from '#server/mail/mail-worker.ts';
import { smtpTransport } from '#server/mail/smtp-transport.ts';
import { offerFirstAdministrator } from '#server/roles/first-administrator.ts';
import { openServices } from '#server/services.ts';
import { missingPublisherFacts, publisherFile } from '#server/site/missing-publisher-facts.ts';
import { StartError } from '#server/start-error.ts';
import { dataFileWords } from '../src/messages/site/data-faults.ts';
import { jobLine } from '../src/messages/site/jobs.ts';
import { mailLine } from '../src/messages/site/mails.ts';
import { serverWords } from '../src/messages/site/server-answers.ts';
import { publisherWarning, startWords } from '../src/messages/site/start.ts';
import { firstAdministratorWords, isLocalAddress } from './administrator-words.ts';
import { dist, loadEnvironment, root } from './environment.ts';

/** How long requests under way may take to end once the site is asked to stop. */
const graceMs = 10_000;
const outboxEveryMs = 2_000;
/** How often to look whether a daily job is due. */
const jobsEveryMs = 10 * 60_000;
/** How long this process may go on showing the directory of before, once another process has changed it. */
const directoryEveryMs = 1_000;

const tellJob: Parameters<typeof createJobRunner>[0]['tell'] = (job, end) =>
  (end.failure === null ? console.log : console.error)(jobLine(job, end));

/** Serves the built site until SIGTERM or SIGINT. */
async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const entry = join(dist, 'server/entry.mjs');
  if (!existsSync(entry)) throw new StartError({ code: 'SITE_NON_CONSTRUIT' });
  const services = await openServices(config);
  const { database, now } = services;
  const { handler } = (await import(pathToFileURL(entry).href)) as { handler: PageHandler };
  // The adapter would log such a fault with the whole address, and so with what a person typed.
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', (reason) => console.error(reason));
  const site = createHttpServer({
    config,
    dist,
    pages: handler,
    locals: { services },
    words: serverWords,
    revision: () => services.directory.revision,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  const stopWatching = services.directory.watch(directoryEveryMs, console.error);
  const origin = await listen(site.server, config);
  console.log(`Coordonnées est ouvert à l’adresse ${origin}`);
  const words = firstAdministratorWords(
    await offerFirstAdministrator({ database, now: now(), newId: services.newId }),
    isLocalAddress(config.siteUrl) ? origin : config.siteUrl,
  );
  if (words) console.log(words);
  const mailWorker =
    config.mail &&
    createMailWorker({
      database,
      send: smtpTransport(config.mail.smtp, config.mail.from),
      name: randomUUID(),
      now,
      jitter: Math.random,
      tell: (trouble) => console.error(mailLine(trouble)),
    });
  mailWorker?.start(outboxEveryMs);
  const jobRunner = createJobRunner({ database, now, tell: tellJob });
  jobRunner.start(jobsEveryMs);
  const warning =
    process.env.NODE_ENV === 'production' ? publisherWarning(publisherFile, missingPublisherFacts(root)) : null;
  if (warning) console.warn(warning);

  const stop = async () => {
    stopWatching();
    await Promise.all([site.stop(graceMs), mailWorker?.stop(graceMs), jobRunner.stop(graceMs)]);
    await database.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

loadEnvironment();
try {
  await serve();
} catch (error) {
  if (error instanceof DataFileError) console.error(dataFileWords(error));
  else if (error instanceof StartError) console.error(startWords(error.refusal));
  else throw error;
  process.exit(1);
}
