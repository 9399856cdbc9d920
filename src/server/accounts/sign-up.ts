import { linkHours } from '#domain/account/account-mail.ts';
import type { AccountRefusal } from '#domain/account/account-refusal.ts';
import { parseEmail } from '#domain/account/email.ts';
import { linkToFollow } from '#domain/account/link-to-follow.ts';
import { type CommonWords, checkPassphrase } from '#domain/account/passphrase.ts';
import { parsePersonName } from '#domain/account/person-name.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { hashPassphrase } from '../auth/password.ts';
import { admitMail } from './admit-mail.ts';
import { accountByEmail } from './find-account.ts';
import { issueLink } from './links.ts';
import { type AccountNeeds, type AccountResult, contextOf } from './needs.ts';

export type SignUp = {
  readonly email: string;
  readonly name: string;
  readonly passphrase: string;
  /** The link that led here (`linkToFollow`), to come back to. */
  readonly next?: string | null;
};

/**
 * Asks for an account: a mail is sent, and nothing more until its link is followed. The name and the passphrase wait
 * beside that link, so that nobody can prepare an account for someone else’s address and have the owner confirm it.
 * An address that has an account gets the same answer; its owner is told by mail.
 */
export async function signUp(needs: AccountNeeds, typed: SignUp): AccountResult<void> {
  const { database, now, newId, send, commonWords } = needs;
  const { email, name, passphrase } = readSignUp(typed, commonWords);
  if (!email.ok) return refuse({ code: email.refusal });
  if (!name.ok) return name;
  if (!passphrase.ok) return passphrase;
  const admitted = await admitMail(needs, email.value.key, 'courriel');
  if (!admitted.ok) return admitted;
  const hashed = await hashPassphrase(passphrase.value);
  if (!hashed.ok) return refuse({ code: hashed.refusal });

  await database.write(async (tx) => {
    const demande = newId();
    const { address: to, key } = email.value;
    const isTaken = (await accountByEmail(tx, key)) !== null;
    // For a taken address the link is empty and nobody holds it: the same work takes the same time.
    const waiting = isTaken ? {} : { email: to, nom: name.value, empreinte: hashed.value };
    const token = await issueLink(tx, now, { type: 'inscription', demande, ...waiting, hours: linkHours.inscription });
    await send(
      tx,
      isTaken
        ? { type: 'deja-inscrit', to }
        : { type: 'confirmer-inscription', to, token, next: linkToFollow(typed.next) },
    );
    await appendAudit(tx, {
      at: now,
      actor: 'public',
      verb: 'demander-inscription',
      object: { type: 'demande', id: demande },
    });
  });
  return accept(undefined);
}

/** Every field that `signUp` would refuse, so that all are said at once. */
export function signUpRefusals(typed: SignUp, commonWords: CommonWords): AccountRefusal[] {
  const { email, name, passphrase } = readSignUp(typed, commonWords);
  return [
    ...(name.ok ? [] : [name.refusal]),
    ...(email.ok ? [] : [{ code: email.refusal }]),
    ...(passphrase.ok ? [] : [passphrase.refusal]),
  ];
}

function readSignUp(typed: SignUp, common: CommonWords) {
  const email = parseEmail(typed.email);
  const name = parsePersonName(typed.name);
  const context = contextOf(name.ok ? name.value : '', email.ok ? email.value.address : null);
  return { email, name, passphrase: checkPassphrase(typed.passphrase, { common, context }) };
}
