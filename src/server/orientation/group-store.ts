import { createHash, randomBytes } from 'node:crypto';
import { and, count, eq, gt, gte, lte } from 'drizzle-orm';
import { groupLimits, nameKey, type Opinion, type Participant } from '#domain/orientation/group.ts';
import { readWizardLink } from '#domain/orientation/journey.ts';
import type { Rules } from '#domain/orientation/rules.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Database, Reader, Writer } from '../db/client.ts';
import { groupe, groupeReponse, groupeVote } from '../db/schema/orientation.ts';

type Needs = { readonly database: Database; readonly now: Date };

/** Past this many groups opened in a day, all visitors together, the site refuses new ones. */
const mostGroupsPerDay = 300;

/** The two secrets of a new group: the key of its address, and the one that erases it. Neither is stored. */
export type OpenedGroup = { readonly cle: string; readonly gestion: string };

/** Opens an empty group, erased thirty days later. Secrets are 144 bits each. */
export function openGroup(
  { database, now }: Needs,
  newSecret: () => string = () => randomBytes(18).toString('base64url'),
): Promise<Result<OpenedGroup, 'TROP_DE_GROUPES'>> {
  const opened: OpenedGroup = { cle: newSecret(), gestion: newSecret() };
  const id = fingerprint(opened.cle);
  return database.write(async (tx) => {
    const [today] = await tx
      .select({ opened: count() })
      .from(groupe)
      .where(gte(groupe.ouvertLe, daysFrom(now, -1)));
    if ((today?.opened ?? 0) >= mostGroupsPerDay) return refuse('TROP_DE_GROUPES');
    await tx.insert(groupe).values({
      id,
      proprietaire: fingerprint(opened.gestion),
      ouvertLe: now.toISOString(),
      effaceLe: daysFrom(now, groupLimits.days),
    });
    await told(tx, now, 'ouvrir-groupe', id);
    return accept(opened);
  });
}

export type Vote = { readonly nomCle: string; readonly modele: string; readonly avis: 'pour' | 'contre' };

export type Group = {
  /** ISO instant at which it will be erased. */
  readonly effaceLe: string;
  readonly participants: readonly Participant[];
  readonly votes: readonly Vote[];
};

/** A group as its page shows it; null when no group has this key, or has it any more. */
export async function readGroup({ database: { db }, now }: Needs, rules: Rules, cle: string): Promise<Group | null> {
  const id = fingerprint(cle);
  const found = await aliveGroup(db, id, now);
  if (!found) return null;
  const answers = await db
    .select()
    .from(groupeReponse)
    .where(eq(groupeReponse.groupeId, id))
    .orderBy(groupeReponse.nomCle);
  const votes = await db.select().from(groupeVote).where(eq(groupeVote.groupeId, id));
  return {
    effaceLe: found.effaceLe,
    participants: answers.map(({ nom, reponses }) => ({
      nom,
      reponses: readWizardLink(rules, new URLSearchParams(reponses)).answers,
    })),
    votes: votes.map(({ nomCle, modele, avis }) => ({ nomCle, modele, avis })),
  };
}

export type AnswerRefusal = 'GROUPE_INCONNU' | 'GROUPE_COMPLET' | 'NOM_DEJA_PRIS';

/** Keeps the answers of one participant (`reponses`: query string of the wizard); a name replaces its own if asked. */
export function answerGroup(
  { database, now }: Needs,
  cle: string,
  { nom, reponses, remplacer }: { readonly nom: string; readonly reponses: string; readonly remplacer: boolean },
): Promise<Result<void, AnswerRefusal>> {
  const id = fingerprint(cle);
  const nomCle = nameKey(nom);
  return database.write(async (tx) => {
    if (!(await aliveGroup(tx, id, now))) return refuse('GROUPE_INCONNU');
    const names = await tx
      .select({ nomCle: groupeReponse.nomCle })
      .from(groupeReponse)
      .where(eq(groupeReponse.groupeId, id));
    const isKnown = names.some((known) => known.nomCle === nomCle);
    if (isKnown && !remplacer) return refuse('NOM_DEJA_PRIS');
    if (!isKnown && names.length >= groupLimits.participants) return refuse('GROUPE_COMPLET');
    await tx
      .insert(groupeReponse)
      .values({ groupeId: id, nomCle, nom, reponses })
      .onConflictDoUpdate({ target: [groupeReponse.groupeId, groupeReponse.nomCle], set: { nom, reponses } });
    await told(tx, now, isKnown ? 'remplacer-reponses-groupe' : 'repondre-groupe', id);
    return accept(undefined);
  });
}

/** Counts the votes of one participant; a second vote on a model replaces the first, and « sans » takes it back. */
export function voteInGroup(
  { database, now }: Needs,
  cle: string,
  { nom, avis }: { readonly nom: string; readonly avis: Readonly<Record<string, Opinion>> },
): Promise<Result<void, 'GROUPE_INCONNU' | 'NOM_INCONNU'>> {
  const id = fingerprint(cle);
  const nomCle = nameKey(nom);
  return database.write(async (tx) => {
    if (!(await aliveGroup(tx, id, now))) return refuse('GROUPE_INCONNU');
    const [voter] = await tx
      .select({ nom: groupeReponse.nom })
      .from(groupeReponse)
      .where(and(eq(groupeReponse.groupeId, id), eq(groupeReponse.nomCle, nomCle)));
    if (!voter) return refuse('NOM_INCONNU');
    for (const [modele, choice] of Object.entries(avis)) {
      if (choice === 'sans') {
        await tx
          .delete(groupeVote)
          .where(and(eq(groupeVote.groupeId, id), eq(groupeVote.nomCle, nomCle), eq(groupeVote.modele, modele)));
        continue;
      }
      await tx
        .insert(groupeVote)
        .values({ groupeId: id, nomCle, modele, avis: choice })
        .onConflictDoUpdate({
          target: [groupeVote.groupeId, groupeVote.nomCle, groupeVote.modele],
          set: { avis: choice },
        });
    }
    await told(tx, now, 'voter-groupe', id, { modeles: Object.keys(avis).length });
    return accept(undefined);
  });
}

/** Erases a group and all it holds, for whoever has the secret given when it was opened. */
export function deleteGroup(
  { database, now }: Needs,
  cle: string,
  gestion: string,
): Promise<Result<void, 'GROUPE_INCONNU' | 'LIEN_DE_GESTION_FAUX'>> {
  const id = fingerprint(cle);
  return database.write(async (tx) => {
    const found = await aliveGroup(tx, id, now);
    if (!found) return refuse('GROUPE_INCONNU');
    if (found.proprietaire !== fingerprint(gestion)) return refuse('LIEN_DE_GESTION_FAUX');
    await erase(tx, id);
    await told(tx, now, 'effacer-groupe', id);
    return accept(undefined);
  });
}

/** Erases the groups whose thirty days are over; called at start and every day. Gives their number. */
export function purgeGroups({ database, now }: Needs): Promise<number> {
  return database.write(async (tx) => {
    const over = await tx.select({ id: groupe.id }).from(groupe).where(lte(groupe.effaceLe, now.toISOString()));
    for (const { id } of over) {
      await erase(tx, id);
      await appendAudit(tx, { at: now, actor: 'systeme', verb: 'purger-groupe', object: { type: 'groupe', id } });
    }
    return over.length;
  });
}

/** SHA-256 of a random secret: as hard to guess as the secret, and useless to whoever reads the database. */
const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const daysFrom = (now: Date, days: number): string => new Date(now.getTime() + days * 24 * 3600 * 1000).toISOString();

const aliveGroup = async (db: Reader | Writer, id: string, now: Date) =>
  (
    await db
      .select()
      .from(groupe)
      .where(and(eq(groupe.id, id), gt(groupe.effaceLe, now.toISOString())))
  )[0];

async function erase(tx: Writer, id: string): Promise<void> {
  await tx.delete(groupeVote).where(eq(groupeVote.groupeId, id));
  await tx.delete(groupeReponse).where(eq(groupeReponse.groupeId, id));
  await tx.delete(groupe).where(eq(groupe.id, id));
}

/** Names never enter the log: the group's fingerprint alone. */
const told = (tx: Writer, at: Date, verb: string, id: string, detail: Record<string, number> = {}): Promise<void> =>
  appendAudit(tx, { at, actor: 'public', verb, object: { type: 'groupe', id }, detail });
