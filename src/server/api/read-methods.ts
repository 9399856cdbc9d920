import { methodNotAllowed, preflight } from './problem.ts';

const methods = ['GET', 'HEAD', 'OPTIONS'];

/** What an address that is only read answers to `OPTIONS`. */
export const readPreflight = (): Response => preflight(methods);

/** … and to any other method. */
export const onlyRead = (): Response => methodNotAllowed(methods);
