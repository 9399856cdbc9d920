import type { DraftRow } from '#domain/dossier/draft.ts';
import { readTerritory } from '#server/territory/read-territory.ts';
import { habilitation } from '../../../src/server/db/schema/accounts.ts';
import { projetReponse } from '../../../src/server/db/schema/dossier.ts';
import type { MoveNeeds, ReviewFacts } from '../../../src/server/dossier/move-facts.ts';
import { openProject } from '../../../src/server/dossier/open-project.ts';
import { readProjectForms } from '../../../src/server/dossier/read-project-forms.ts';
import { readPlans } from '../../../src/server/plans/read-plans.ts';
import { wholeDraft } from '../../domain/dossier/whole-project.ts';
import { noon, openTeamWorld } from '../team/team-world.ts';

const forms = readProjectForms('.');
const plans = readPlans('.');
const communes = readTerritory('.');
const reviewed: ReviewFacts = { correctionsOuvertes: 0, aVerifier: [], signatures: ['equipe', 'association'] };

/** A team led by Anne, a doctor, with Bruno, a nurse; Ines reviews for the association, Gil pays, Rita is of the ARS. */
export async function openProjectWorld() {
  const world = await openTeamWorld();
  for (const id of ['anne', 'bruno', 'ines', 'gil', 'rita', 'zoe']) await world.account(id);
  await world.team('gorron', 'Pays de Gorron');
  const box = (id: string) => `${id}@exemple.mssante.fr`;
  await world.member('gorron', 'm-anne', {
    compteId: 'anne',
    role: 'referent',
    rpps: '10003456789',
    messagerie: box('anne'),
  });
  await world.member('gorron', 'm-bruno', {
    compteId: 'bruno',
    profession: 'infirmier',
    rpps: '10001234567',
    messagerie: box('bruno'),
  });
  const grant = (compteId: string, role: 'association-instructeur' | 'association-gestionnaire' | 'ars') =>
    world.database.write((tx) =>
      tx
        .insert(habilitation)
        .values({ compteId, role, portee: 'pays-de-la-loire', accordeLe: noon.toISOString(), accordePar: 'systeme' }),
    );
  await grant('ines', 'association-instructeur');
  await grant('gil', 'association-gestionnaire');
  await grant('rita', 'ars');
  const needs = (actor: string, review: Partial<ReviewFacts> = {}, now: Date = noon): MoveNeeds => ({
    ...world.needs(actor, { now }),
    forms,
    plans,
    communes,
    review: async () => ({ ...reviewed, ...review }),
  });
  const opened = await openProject(needs('anne'), { teamId: 'gorron' });
  const projectId = opened.ok ? opened.value.projectId : '';
  return {
    ...world,
    needsOf: needs,
    grant,
    projectId,
    /** Puts answers in the draft without going through the verbs. */
    async answers(rows: readonly DraftRow[] = wholeDraft): Promise<void> {
      const row = { projetId: projectId, version: 1, par: 'anne', le: noon.toISOString() };
      await world.database.write((tx) =>
        tx.insert(projetReponse).values(rows.map((answer) => ({ ...row, ...answer }))),
      );
    },
    count: async (table: string) => Number((await world.rows(`select count(*) as n from ${table}`))[0]?.n),
  };
}
export type ProjectWorld = Awaited<ReturnType<typeof openProjectWorld>>;
