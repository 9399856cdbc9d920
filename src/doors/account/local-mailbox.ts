import type { Context } from '../visit.ts';

/**
 * True when the mails may be read on screen: no relay is set, and the request comes from this very machine, straight
 * and under a name of it. A proxy on this machine would pass everyone's requests on, and a page of another site could
 * ask under its own name (DNS rebinding): both are refused.
 */
export function mayReadMailbox({ request, url, clientAddress, locals }: Context): boolean {
  const { config } = locals.services;
  const isForwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => request.headers.has(name));
  return (
    config.mail === null &&
    !config.trustProxy &&
    !config.behindTls &&
    !isForwarded &&
    /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(clientAddress) &&
    ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  );
}
