import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTeamWorld, type TeamWorld } from './team-world.ts';

let world: TeamWorld;
beforeEach(async () => {
  world = await openTeamWorld();
});
afterEach(() => world.close());

/** The lookups of src/server/team about invitations, référents and successions, as SQL. */
test.each([
  "select * from invitation where jeton = 'x' limit 1",
  "select * from invitation where id = 'x' and equipe_id = 'y' limit 1",
  "select * from invitation where equipe_id = 'x' order by envoyee_le, id",
  "select * from invitation where membre_id = 'x' and etat in ('envoyee', 'renvoyee', 'expiree')",
  "select id from invitation where membre_id = 'x' and etat in ('envoyee', 'renvoyee', 'expiree', 'declinee') limit 1",
  "update invitation set etat = 'retiree' where id = 'x'",
  "select * from membre where id = 'x' and equipe_id = 'y' limit 1",
  "select * from membre where equipe_id = 'x' order by cree_le, id",
  "select * from membre left join invitation on invitation.membre_id = membre.id and invitation.etat in ('envoyee', 'renvoyee', 'expiree', 'declinee') where membre.equipe_id in ('x', 'y') order by membre.cree_le, membre.id",
  "select * from changement_membre where membre_id = 'x' limit 1",
  "select id from membre where compte_id = 'x' and equipe_id = 'y' and (sortie is null or sortie >= 'z') limit 1",
  "select membre.id, equipe.nom from membre inner join equipe on equipe.id = membre.equipe_id where membre.compte_id = 'x' and membre.role = 'referent'",
  "select compte.id from membre inner join compte on compte.id = membre.compte_id where membre.equipe_id = 'x' and compte.email is not null",
  "select * from succession where equipe_id = 'x' and etat = 'ouverte' order by ouverte_le, id",
  "select * from succession where successeur_id = 'x' and etat = 'ouverte' limit 1",
  "update succession set etat = 'abandonnee' where successeur_id = 'x' and etat = 'ouverte'",
  "select membre_id from succession_voix where succession_id = 'x' order by donnee_le",
  "select oublier_le from tentative where cle = 'x' limit 1",
])('no walk through a table: %s', async (sql) => {
  const plan = (await world.rows(`explain query plan ${sql}`)).map(({ detail }) => String(detail));
  expect(plan.length).toBeGreaterThan(0);
  expect(plan.filter((line) => line.startsWith('SCAN'))).toEqual([]);
});
