import { createRateLimit } from '../http/rate-limit.ts';

const hour = 3_600_000;

/** In memory, by address, never logged; all give the seconds to wait, 0 when the request may pass. */
export const openingLimit = createRateLimit(10, hour);
/** Answers and votes of groups. */
export const writingLimit = createRateLimit(60, 10 * 60_000);
/** A document costs a tenth of a second to draw. */
export const documentLimit = createRateLimit(30);
