const minute = 60_000;
const longestWait = 240 * minute;

/** With the waits below, the last try comes about a day and a half after the first: a relay down for a day loses nothing. */
export const mostTries = 16;

/**
 * Milliseconds to wait after the n-th try failed: 1 min, 2, 4… up to 4 h, shortened by up to a quarter so that mails
 * refused together do not come back together.
 * @param jitter from 0 (the whole wait) to 1 (three quarters of it).
 */
export const waitAfterTry = (tries: number, jitter: number): number =>
  Math.round(Math.min(minute * 2 ** (tries - 1), longestWait) * (1 - jitter / 4));
