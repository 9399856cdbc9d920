import type { StartRefusal } from '#domain/site/start-refusal.ts';

/** The site, or a command, cannot start as things are: the person who starts it reads why, in `messages/site/start.ts`. */
export class StartError extends Error {
  readonly refusal: StartRefusal;

  constructor(refusal: StartRefusal, options?: ErrorOptions) {
    super(JSON.stringify(refusal), options);
    this.refusal = refusal;
  }
}
