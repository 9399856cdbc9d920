import type { AccountNeeds } from '../accounts/needs.ts';
import type { Secrets } from '../auth/secrets.ts';
import type { Session } from '../auth/session.ts';
import type { Writer } from '../db/client.ts';
import type { PasskeySite } from './passkey-site.ts';

/** What the verbs of second factors need of the outside. */
export type FactorNeeds = AccountNeeds & {
  readonly secrets: Pick<Secrets, 'totp' | 'recovery' | 'challenges'>;
  /** Null where passkeys cannot work. */
  readonly site: PasskeySite | null;
  /** Tells the owner of an account, in the transaction of the change, that its protection changed or was got round. */
  readonly notify: (
    tx: Writer,
    mail: { readonly type: 'second-facteur-change' | 'code-secours-utilise'; readonly to: string },
  ) => Promise<unknown>;
};

/** The session of the request and the token that its browser holds. */
export type Bearer = { readonly session: Session; readonly token: string };
