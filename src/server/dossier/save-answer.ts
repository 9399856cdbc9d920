import { and, eq } from 'drizzle-orm';
import { answerFindings } from '#domain/dossier/answer-findings.ts';
import { type AnswerPlace, answerPlace, linePlace } from '#domain/dossier/answer-place.ts';
import { type AnswerRefusal, type KeptAnswer, longestAnswer } from '#domain/dossier/dossier-refusal.ts';
import { isWritable } from '#domain/dossier/life.ts';
import type { SimpleField } from '#domain/form/field.schema.ts';
import type { FieldRefusal } from '#domain/form/field-refusal.ts';
import { readValue } from '#domain/form/read-value.ts';
import type { SimpleValue } from '#domain/form/values.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { type CommuneIndex, communeByCode } from '#domain/territory/commune-index.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Reader, Writer } from '../db/client.ts';
import { projetReponse } from '../db/schema/dossier.ts';
import { type ProjectNeeds, type ProjectResult, permittedProject, projectInLog } from './project-store.ts';

export type TypedAnswer = {
  readonly projectId: string;
  /** Where it is kept: `adresse`, `thematiques/<ligne>/intitule`. */
  readonly path: string;
  /** The version that it was written on; 0 where there was none. */
  readonly version: number;
  /** As a form sends it: a commune by its code. */
  readonly texts: readonly string[];
  /** Whoever writes says that nobody is recognisable. */
  readonly confirmed: boolean;
};

/**
 * Keeps one answer of a draft, right or not: what is missing or wrong is told on request and at the deposit. An answer
 * that is already there is not written again: the same save may come twice.
 */
export const saveAnswer = (
  needs: ProjectNeeds,
  { projectId, path, version, texts, confirmed }: TypedAnswer,
): ProjectResult<{ readonly version: number }, AnswerRefusal> =>
  needs.database.write(async (tx) => {
    const { now, actor, forms, communes } = needs;
    const found = await permittedProject(tx, needs, projectId, 'ecrire');
    if (!found.ok) return found;
    const project = found.value;
    if (!isWritable(project.etat)) return refuse({ code: 'PROJET_ETAT', etat: project.etat } as const);
    const place = answerPlace(forms[project.formulaire], path);
    if (!place) return refuse({ code: 'CHAMP_INCONNU' } as const);
    const caracteres = texts.reduce((sum, { length }) => sum + length, 0);
    if (caracteres > longestAnswer) {
      return refuse({ code: 'REPONSE_TROP_LONGUE', caracteres, maximum: longestAnswer } as const);
    }
    const read = readAnswer(place.champ, texts, communes);
    if (!read.ok) return refuse({ code: 'REPONSE_ILLISIBLE', refusal: read.refusal } as const);
    if (!(await lineIsThere(tx, projectId, place))) return refuse({ code: 'LIGNE_RETIREE' } as const);

    const kept = await keptAnswer(tx, projectId, path);
    const { blocked, toConfirm } = answerFindings(place.champ, read.value, kept?.valeur ?? null);
    if (blocked.length > 0) return refuse({ code: 'DONNEE_PATIENT', trouve: blocked } as const);
    if (isSame(kept?.valeur ?? null, read.value)) return accept({ version: kept?.version ?? 0 });
    if (kept && kept.version !== version) {
      return refuse({ code: 'CONFLIT', actuelle: kept, proposee: read.value } as const);
    }
    if (toConfirm.length > 0 && !confirmed) {
      return refuse({ code: 'DONNEE_PATIENT_A_CONFIRMER', trouve: toConfirm } as const);
    }
    const next = (kept?.version ?? 0) + 1;
    await writeAnswer(tx, { projectId, path, valeur: read.value, version: next, par: actor, le: now.toISOString() });
    const detail = { champ: path, version: next, confirme: toConfirm.length > 0 };
    await appendAudit(tx, { at: now, actor, verb: 'ecrire-projet', object: projectInLog(projectId), detail });
    return accept({ version: next });
  });

/** What a row of a draft holds; null when nobody wrote there. */
export async function keptAnswer(
  db: Pick<Reader | Writer, 'select'>,
  projectId: string,
  path: string,
): Promise<KeptAnswer | null> {
  const { valeur, version, par, le } = projetReponse;
  const [row] = await db
    .select({ valeur, version, par, le })
    .from(projetReponse)
    .where(and(eq(projetReponse.projetId, projectId), eq(projetReponse.champ, path)))
    .limit(1);
  return row ?? null;
}

/** Puts a row of a draft in the place of the one before it. */
export async function writeAnswer(
  tx: Writer,
  { projectId, path, ...row }: KeptAnswer & { readonly projectId: string; readonly path: string },
): Promise<void> {
  await tx
    .insert(projetReponse)
    .values({ projetId: projectId, champ: path, ...row })
    .onConflictDoUpdate({ target: [projetReponse.projetId, projetReponse.champ], set: row });
}

function readAnswer(
  champ: SimpleField,
  texts: readonly string[],
  communes: CommuneIndex,
): Result<SimpleValue, FieldRefusal> {
  if (champ.type !== 'commune') return readValue(champ, texts);
  const [code = ''] = texts;
  if (code === '') return accept(null);
  return communeByCode(communes, code) ? accept(code) : refuse({ code: 'COMMUNE_INCONNUE' });
}

async function lineIsThere(tx: Writer, projectId: string, { ligne }: AnswerPlace): Promise<boolean> {
  if (!ligne) return true;
  const marker = await keptAnswer(tx, projectId, linePlace(ligne.groupe.cle, ligne.id));
  return typeof marker?.valeur === 'number';
}

const isSame = (one: SimpleValue, other: SimpleValue): boolean => JSON.stringify(one) === JSON.stringify(other);
