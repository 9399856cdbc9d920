import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createClient, type InStatement } from '@libsql/client';

/** Everyone who may come to a page, in one world of two teams: « A », handed to the ARS, and « B », which is not. */
export const people = [
  'sans-compte',
  /** The passphrase was right, the second factor is waited for. */
  'attente',
  /** By Pro Santé Connect, without an address yet. */
  'sans-adresse',
  'compte',
  'membre',
  'referent',
  'instructeur',
  'gestionnaire',
  'admin',
  'editeur',
  'ars',
  /** Works for the association and is a member of team A. */
  'instructeur-membre',
  /** The same roles, for another region. */
  'instructeur-ailleurs',
  'ars-ailleurs',
] as const;
export type Person = (typeof people)[number];

export type RightsWorld = {
  readonly cookies: Readonly<Record<Person, string>>;
  /** The accounts behind; « sans-compte » has a number that leads to none. */
  readonly accounts: Readonly<Record<Person, string>>;
  /** What stands for `{…}` in an address or a field, by object: `A`, `B`, `absent`. */
  readonly ids: Readonly<Record<'A' | 'B' | 'absent', Readonly<Record<string, string>>>>;
};

const here = 'pays-de-la-loire';
const grants: { readonly [P in Person]?: readonly [role: string, portee: string] } = {
  instructeur: ['association-instructeur', here],
  gestionnaire: ['association-gestionnaire', here],
  admin: ['association-admin', 'portail'],
  editeur: ['editeur-annuaire', 'portail'],
  ars: ['ars', here],
  'instructeur-membre': ['association-instructeur', here],
  'instructeur-ailleurs': ['association-instructeur', 'bretagne'],
  'ars-ailleurs': ['ars', 'bretagne'],
};

/** Puts a new world in the database of a site that runs. */
export async function openRightsWorld(databaseUrl: string): Promise<RightsWorld> {
  const client = createClient({ url: databaseUrl, timeout: 5_000 });
  const now = new Date();
  const at = now.toISOString();
  const later = new Date(now.getTime() + 2 * 3_600_000).toISOString();
  const accounts = Object.fromEntries(people.map((person) => [person, randomUUID()])) as Record<Person, string>;
  const stranger = randomUUID();
  const tokens = Object.fromEntries(people.map((person) => [person, randomBytes(32).toString('base64url')])) as Record<
    Person,
    string
  >;
  const teams = { A: randomUUID(), B: randomUUID() };
  const seats = {
    membre: randomUUID(),
    referent: randomUUID(),
    'instructeur-membre': randomUUID(),
    etranger: randomUUID(),
  };

  // Of members who left: an answer that is let in changes nothing for the next one who asks.
  const invitations = { A: { id: randomUUID(), jeton: newLink() }, B: { id: randomUUID(), jeton: newLink() } };
  const gone = { A: randomUUID(), B: randomUUID() };

  const claims = { A: randomUUID(), B: randomUUID() };

  const account = (id: string, person: string): InStatement => ({
    sql: 'insert into compte (id, email, email_cle, nom, second_facteur_requis, cree_le) values (?, ?, ?, ?, ?, ?)',
    args: [
      id,
      ...(person === 'sans-adresse' ? [null, null] : [`${person}-${id}@exemple.fr`, `${person}-${id}@exemple.fr`]),
      person,
      person === 'attente' || person in grants ? 1 : 0,
      at,
    ],
  });
  const session = (person: Person): InStatement => ({
    sql: 'insert into session (id, compte_id, ouverte_le, expire_le, second_facteur_le, appareil) values (?, ?, ?, ?, ?, ?)',
    args: [hashOf(tokens[person]), accounts[person], at, later, person in grants ? at : null, 'Essai'],
  });
  const team = (id: string, transmiseLe: string | null): InStatement => ({
    sql: 'insert into equipe (id, nom, nom_cle, region, departements, transmise_le, cree_le) values (?, ?, ?, ?, ?, ?, ?)',
    args: [id, `Équipe ${id}`, id, here, '["53"]', transmiseLe, at],
  });
  const seat = (id: string, equipe: string, compte: string, role: string): InStatement => ({
    sql: `insert into membre (id, equipe_id, compte_id, role, nom, prenom, profession, exercice, commune, entree,
      autres_esp_clap, cree_le) values (?, ?, ?, ?, 'Essai', ?, 'infirmier', 'liberal', '53130', '2026-01-01', '[]', ?)`,
    args: [id, equipe, compte, role, role, at],
  });
  const goneSeat = (object: 'A' | 'B'): InStatement => ({
    sql: `insert into membre (id, equipe_id, nom, prenom, profession, exercice, commune, entree, sortie,
      autres_esp_clap, cree_le) values (?, ?, 'Essai', 'parti', 'infirmier', 'liberal', '53130', '2026-01-01', '2026-01-31', '[]', ?)`,
    args: [gone[object], teams[object], at],
  });
  const invitation = (object: 'A' | 'B'): InStatement => ({
    sql: `insert into invitation (id, equipe_id, membre_id, email, jeton, etat, jusquau, envois, envoyee_le)
      values (?, ?, ?, ?, ?, 'envoyee', '9999-12-31', 1, ?)`,
    args: [
      invitations[object].id,
      teams[object],
      gone[object],
      `invite-${gone[object]}@exemple.fr`,
      hashOf(invitations[object].jeton),
      at,
    ],
  });
  const claim = (object: 'A' | 'B', compte: string): InStatement => ({
    sql: `insert into offre_role (id, jeton, role, portee, email, propose_par, etat, depuis, compte_id, expire_le)
      values (?, ?, 'editeur-annuaire', 'portail', 'quelquun@exemple.fr', 'systeme', 'demandee', ?, ?, '9999-12-31')`,
    args: [claims[object], hashOf(newLink()), at, compte],
  });
  const withAccount = people.filter((person) => person !== 'sans-compte');
  await client.batch(
    [
      ...withAccount.map((person) => account(accounts[person], person)),
      account(stranger, 'etranger'),
      ...withAccount.map(session),
      ...withAccount.flatMap((person): InStatement[] => {
        const grant = grants[person];
        if (!grant) return [];
        const sql =
          'insert into habilitation (compte_id, role, portee, accorde_le, accorde_par) values (?, ?, ?, ?, ?)';
        return [{ sql, args: [accounts[person], ...grant, at, 'systeme'] }];
      }),
      team(teams.A, at),
      team(teams.B, null),
      seat(seats.membre, teams.A, accounts.membre, 'membre'),
      seat(seats.referent, teams.A, accounts.referent, 'referent'),
      seat(seats['instructeur-membre'], teams.A, accounts['instructeur-membre'], 'membre'),
      seat(seats.etranger, teams.B, stranger, 'referent'),
      goneSeat('A'),
      goneSeat('B'),
      invitation('A'),
      invitation('B'),
      claim('A', accounts.membre),
      claim('B', stranger),
    ],
    'write',
  );
  client.close();
  return {
    cookies: Object.fromEntries(
      people.map((person) => [person, person === 'sans-compte' ? '' : `session=${tokens[person]}`]),
    ) as Record<Person, string>,
    accounts,
    ids: {
      A: {
        equipe: teams.A,
        membre: seats.membre,
        compte: accounts.membre,
        demande: claims.A,
        ...linkOf(invitations.A),
      },
      B: { equipe: teams.B, membre: seats.etranger, compte: stranger, demande: claims.B, ...linkOf(invitations.B) },
      absent: {
        equipe: randomUUID(),
        membre: randomUUID(),
        compte: randomUUID(),
        demande: randomUUID(),
        ...linkOf({ id: randomUUID(), jeton: newLink() }),
      },
    },
  };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const newLink = (): string => randomBytes(32).toString('base64url');
const linkOf = ({ id, jeton }: { id: string; jeton: string }) => ({ invitation: id, jeton });
