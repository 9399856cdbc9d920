import { groupOf, isLineId, linePlace } from '#domain/dossier/answer-place.ts';
import type { AnswerRefusal } from '#domain/dossier/dossier-refusal.ts';
import { linesOf } from '#domain/dossier/draft.ts';
import { isWritable } from '#domain/dossier/life.ts';
import type { GroupField } from '#domain/form/field.schema.ts';
import { accept, refuse } from '#domain/shared/result.ts';
import { appendAudit } from '../audit/audit-log.ts';
import type { Writer } from '../db/client.ts';
import { draftRows, type ProjectNeeds, type ProjectResult, permittedProject, projectInLog } from './project-store.ts';
import { keptAnswer, writeAnswer } from './save-answer.ts';

export type Line = {
  readonly projectId: string;
  readonly group: string;
  /** The id that the page gave to the line: the same form sent twice adds one. */
  readonly line: string;
};

/** Adds a line at the end of a group. */
export const addLine = (needs: ProjectNeeds, { projectId, group, line }: Line): ProjectResult<void, AnswerRefusal> =>
  needs.database.write(async (tx) => {
    const found = await writableGroup(tx, needs, projectId, group);
    if (!found.ok) return found;
    if (!isLineId(line)) return refuse({ code: 'CHAMP_INCONNU' } as const);
    const path = linePlace(group, line);
    const marker = await keptAnswer(tx, projectId, path);
    if (marker) return marker.valeur === null ? refuse({ code: 'LIGNE_RETIREE' } as const) : accept(undefined);
    const rows = await draftRows(tx, projectId);
    const { max } = found.value;
    if (linesOf(found.value, rows).length >= max) return refuse({ code: 'TROP_DE_LIGNES', maximum: max } as const);
    const isMarker = (champ: string) => champ.startsWith(`${group}/`) && champ.split('/').length === 2;
    const ranks = rows.flatMap(({ champ, valeur }) => (isMarker(champ) && typeof valeur === 'number' ? [valeur] : []));
    await writeLine(
      tx,
      needs,
      projectId,
      path,
      { valeur: Math.max(0, ...ranks) + 1, version: 1 },
      'ajouter-ligne-projet',
    );
    return accept(undefined);
  });

/** Takes a line out of a group. What it held stays in the draft, and is neither shown nor frozen. */
export const removeLine = (needs: ProjectNeeds, { projectId, group, line }: Line): ProjectResult<void, AnswerRefusal> =>
  needs.database.write(async (tx) => {
    const found = await writableGroup(tx, needs, projectId, group);
    if (!found.ok) return found;
    const path = linePlace(group, line);
    const marker = await keptAnswer(tx, projectId, path);
    if (!marker) return refuse({ code: 'CHAMP_INCONNU' } as const);
    if (marker.valeur === null) return accept(undefined);
    const gone = { valeur: null, version: marker.version + 1 };
    await writeLine(tx, needs, projectId, path, gone, 'retirer-ligne-projet');
    return accept(undefined);
  });

async function writableGroup(
  tx: Writer,
  needs: ProjectNeeds,
  projectId: string,
  group: string,
): ProjectResult<GroupField, AnswerRefusal> {
  const found = await permittedProject(tx, needs, projectId, 'ecrire');
  if (!found.ok) return found;
  const project = found.value;
  if (!isWritable(project.etat)) return refuse({ code: 'PROJET_ETAT', etat: project.etat });
  const field = groupOf(needs.forms[project.formulaire], group);
  return field ? accept(field) : refuse({ code: 'CHAMP_INCONNU' });
}

async function writeLine(
  tx: Writer,
  { now, actor }: ProjectNeeds,
  projectId: string,
  path: string,
  marker: { readonly valeur: number | null; readonly version: number },
  verb: 'ajouter-ligne-projet' | 'retirer-ligne-projet',
): Promise<void> {
  await writeAnswer(tx, { projectId, path, ...marker, par: actor, le: now.toISOString() });
  await appendAudit(tx, { at: now, actor, verb, object: projectInLog(projectId), detail: { champ: path } });
}
