/** Seconds to wait before the next request, or 0 when this one may pass. */
export type RateLimit = (address: string, now: number) => number;

/** Beyond this many addresses the oldest are forgotten: memory stays bounded whoever calls. */
const mostAddresses = 20_000;

/**
 * A bucket per address, in memory only: full at the start, refilled evenly over a window of time.
 * @param most requests per window and per address; 0 lets everything pass.
 */
export function createRateLimit(most: number, windowMs = 60_000): RateLimit {
  if (most === 0) return () => 0;
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMillisecond = most / windowMs;

  return (address, now) => {
    const key = network(address);
    const known = buckets.get(key);
    const tokens = known ? Math.min(most, known.tokens + Math.max(0, now - known.at) * perMillisecond) : most;
    // Deleted then set again, so that the map stays ordered from the oldest caller to the newest.
    buckets.delete(key);
    buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
    if (buckets.size > mostAddresses) buckets.delete(buckets.keys().next().value as string);
    return tokens < 1 ? Math.ceil((1 - tokens) / perMillisecond / 1000) : 0;
  };
}

/** An address as it is counted: one IPv6 subscriber holds a whole /64. */
export function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = 8 - groups.length - tail.split(':').filter(Boolean).length;
  return [...groups, ...Array(Math.max(0, missing)).fill('0'), ...tail.split(':').filter(Boolean)]
    .slice(0, 4)
    .join(':');
}
