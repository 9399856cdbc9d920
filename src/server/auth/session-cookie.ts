import { sessionLimits } from './session.ts';

export type SessionCookie = {
  readonly name: string;
  readonly value: string;
  readonly attributes: {
    readonly httpOnly: true;
    readonly secure: boolean;
    /** `lax`: a link in a mail must find the person signed in; forms are guarded by their origin. */
    readonly sameSite: 'lax';
    readonly path: '/';
    readonly maxAge: number;
  };
};

type Transport = { readonly behindTls: boolean };

/**
 * Behind TLS the name starts with `__Host-`: no other site of the domain, nor plain http, can then set it. Browsers
 * refuse that name over http, where a machine of one’s own uses the plain name.
 */
export const sessionCookieName = ({ behindTls }: Transport): string => (behindTls ? '__Host-session' : 'session');

/** The cookie of a token just opened or rotated. The server decides when it dies; the browser at the latest then. */
export const sessionCookie = (transport: Transport, token: string): SessionCookie =>
  cookie(transport, token, sessionLimits.absoluteHours * 3600);

/** Takes the cookie back, at sign-out. */
export const noSessionCookie = (transport: Transport): SessionCookie => cookie(transport, '', 0);

const cookie = (transport: Transport, value: string, maxAge: number): SessionCookie => ({
  name: sessionCookieName(transport),
  value,
  attributes: { httpOnly: true, secure: transport.behindTls, sameSite: 'lax', path: '/', maxAge },
});
