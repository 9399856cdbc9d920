import fc from 'fast-check';
import { expect, test } from 'vitest';
import { can } from '#domain/access/can.ts';
import type { Absent, AccessObject } from '#domain/access/objects.ts';
import { type Kind, kinds, type Verb, verbsOf } from '#domain/access/rights.ts';
import { type Actor, type StaffRole, staffRoles } from '#domain/access/roles.ts';
import { accessSentence } from '../../../src/messages/account/access.ts';

const account: Actor = { compte: 'ada', courrielVerifie: true, secondFacteur: false, roles: [], equipes: [] };
const member: Actor = { ...account, equipes: [{ equipe: 'loir', membre: 'm1', role: 'membre' }] };
const referent: Actor = { ...account, equipes: [{ equipe: 'loir', membre: 'm1', role: 'referent' }] };
const staff = (role: StaffRole): Actor => ({ ...account, secondFacteur: true, roles: [{ role, region: null }] });
const reviewer = staff('association-instructeur');

const ofTeam = { equipe: 'loir', region: 'pays-de-la-loire', transmise: true } as const;
const team: AccessObject<'equipe'> = { kind: 'equipe', ...ofTeam };
const noTeam: Absent<'equipe'> = { kind: 'equipe', absent: true };
const own: { readonly [K in Kind]: AccessObject<K> } = {
  portail: { kind: 'portail' },
  equipe: team,
  membre: { kind: 'membre', ...ofTeam, membre: 'm1' },
  invitation: { kind: 'invitation', ...ofTeam, parLien: false },
  projet: { kind: 'projet', ...ofTeam },
  compte: { kind: 'compte', compte: 'ada' },
  'journal-equipe': { kind: 'journal-equipe', ...ofTeam },
  journal: { kind: 'journal' },
  courrier: { kind: 'courrier' },
  travail: { kind: 'travail' },
  fiche: { kind: 'fiche', region: null },
};
const others: { readonly [K in Kind]: AccessObject<K> } = {
  ...own,
  equipe: { ...team, equipe: 'oudon' },
  membre: { ...own.membre, equipe: 'oudon', membre: 'm9' },
  invitation: { ...own.invitation, equipe: 'oudon' },
  projet: { ...own.projet, equipe: 'oudon' },
  compte: { kind: 'compte', compte: 'bea' },
  'journal-equipe': { ...own['journal-equipe'], equipe: 'oudon' },
};

const codeOf = (actor: Actor | null, verb: Verb, object: AccessObject | Absent): string => {
  const answer = can(actor, verb as never, object as never);
  return answer.ok ? 'oui' : answer.refusal.code;
};

test('who may do what to what is theirs, or to any for a granted role', () => {
  const people: readonly [string, Actor | null, Partial<typeof own>][] = [
    ['sans compte', null, own],
    ['sans compte mais par le lien', null, { ...own, invitation: { ...own.invitation, parLien: true } }],
    ['compte', account, { ...others, compte: own.compte }],
    ['invité', account, { invitation: { ...others.invitation, parLien: true } }],
    ['membre', member, own],
    ['référent', referent, own],
    ...staffRoles.map((role): [string, Actor, Partial<typeof own>] => [role, staff(role), others]),
  ];
  const lines = kinds.flatMap((kind) =>
    verbsOf(kind).map((verb) => {
      const who = people.filter(([, actor, objects]) => {
        const object = objects[kind];
        return object !== undefined && codeOf(actor, verb, object) === 'oui';
      });
      return `${kind} ${verb}: ${who.map(([name]) => name).join(', ')}`;
    }),
  );
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "portail consulter: sans compte, sans compte mais par le lien, compte, membre, référent, association-instructeur, association-gestionnaire, association-admin, editeur-annuaire, ars
    portail ouvrir-espace: compte, membre, référent, association-instructeur, association-gestionnaire, association-admin, editeur-annuaire, ars
    portail creer-equipe: compte, membre, référent, association-instructeur, association-gestionnaire, association-admin, editeur-annuaire, ars
    portail ouvrir-association: association-instructeur, association-gestionnaire, association-admin, editeur-annuaire
    portail ouvrir-ars: ars
    portail lister-equipes: association-instructeur, association-gestionnaire, ars
    portail lister-comptes: association-admin
    portail inviter-agent: association-admin
    portail creer-fiche: editeur-annuaire
    equipe consulter: membre, référent, association-instructeur, association-gestionnaire, ars
    equipe exporter: membre, référent, association-instructeur, association-gestionnaire
    equipe modifier: référent
    equipe ajouter-membre: référent
    equipe inviter: référent
    equipe nommer-referent: référent
    equipe renoncer-referent: référent
    equipe quitter: membre, référent
    equipe soutenir-succession: membre, référent
    equipe decider-succession: association-instructeur
    equipe supprimer: référent
    equipe instruire: association-instructeur
    membre consulter: membre, référent, association-instructeur, association-gestionnaire, ars
    membre modifier: membre, référent
    membre fixer-sortie: membre, référent
    membre repondre-changement: membre, référent
    membre retirer-changement: référent
    membre effacer: référent
    membre enregistrer-consentement: association-instructeur
    invitation consulter: sans compte mais par le lien, invité, référent, association-instructeur
    invitation renvoyer: référent
    invitation corriger-adresse: référent
    invitation retirer: référent
    invitation accepter: invité
    invitation decliner: sans compte mais par le lien, invité
    projet consulter: membre, référent, association-instructeur, association-gestionnaire, ars
    projet lire-brouillon: membre, référent
    projet ouvrir: membre, référent
    projet ecrire: membre, référent
    projet commenter: membre, référent
    projet approuver: membre, référent
    projet figer: référent
    projet deposer: référent
    projet abandonner: référent
    projet copier: référent
    projet prendre-en-charge: association-instructeur
    projet demander-corrections: association-instructeur
    projet transmettre: association-instructeur
    projet noter: association-instructeur
    projet reconnaitre: association-instructeur, ars
    projet renvoyer: association-instructeur, ars
    projet refuser: association-instructeur, ars
    projet signer-convention: référent, association-gestionnaire
    projet suspendre: association-instructeur
    projet reprendre: association-instructeur
    projet resilier: référent, association-instructeur
    compte consulter: compte, membre, référent, association-admin
    compte modifier: compte, membre, référent
    compte exporter: compte, membre, référent
    compte supprimer: compte, membre, référent
    compte fermer-sessions: compte, membre, référent, association-admin
    compte habiliter: association-admin
    journal-equipe consulter: référent, association-instructeur, association-admin
    journal consulter: association-admin
    journal verifier: association-admin
    courrier consulter: association-admin
    travail consulter: association-admin
    fiche consulter: sans compte, sans compte mais par le lien, compte, membre, référent, association-instructeur, association-gestionnaire, association-admin, editeur-annuaire, ars
    fiche modifier: editeur-annuaire"
  `);
});

test('a team of others and a team that does not exist are answered alike, to everyone and for every verb', () => {
  const actors = fc.record({
    compte: fc.constant('ada'),
    courrielVerifie: fc.boolean(),
    secondFacteur: fc.boolean(),
    roles: fc.array(fc.record({ role: fc.constantFrom(...staffRoles), region: fc.constant('grand-est' as const) })),
    equipes: fc.subarray([...member.equipes, { equipe: 'sarthe', membre: 'm2', role: 'referent' as const }]),
  });
  const teamKinds = ['equipe', 'membre', 'invitation', 'projet', 'journal-equipe'] as const;
  fc.assert(
    fc.property(fc.option(actors), fc.constantFrom(...teamKinds), fc.nat(60), (actor, kind, nth) => {
      const verbs = verbsOf(kind);
      const verb = verbs[nth % verbs.length] as Verb;
      const answer = codeOf(actor, verb, others[kind]);
      expect(answer).not.toBe('oui');
      expect(answer).toBe(codeOf(actor, verb, { kind, absent: true } as Absent));
    }),
  );
});

test('another account and one that does not exist are answered alike, unless an administrator asks', () => {
  for (const actor of [null, account, member, referent, reviewer, { ...account, courrielVerifie: false }]) {
    for (const verb of verbsOf('compte')) {
      expect(codeOf(actor, verb, others.compte)).toBe(codeOf(actor, verb, { kind: 'compte', absent: true }));
    }
  }
  expect(codeOf(staff('association-admin'), 'consulter', others.compte)).toBe('oui');
});

test('nobody reviews or settles the succession of his own team, not even with the role', () => {
  const both: Actor = { ...reviewer, equipes: member.equipes };
  expect(codeOf(both, 'instruire', team)).toBe('PROPRE_EQUIPE');
  expect(codeOf(both, 'decider-succession', team)).toBe('PROPRE_EQUIPE');
  expect(codeOf(both, 'instruire', others.equipe)).toBe('oui');
});

test('nobody judges the project of his own team, whatever the verb, not even for the ARS', () => {
  const judging = [
    'prendre-en-charge',
    'demander-corrections',
    'transmettre',
    'noter',
    'suspendre',
    'reprendre',
  ] as const;
  const deciding = ['reconnaitre', 'renvoyer', 'refuser'] as const;
  const both: Actor = { ...reviewer, equipes: referent.equipes };
  const ofArs: Actor = { ...staff('ars'), equipes: member.equipes };
  for (const verb of [...judging, ...deciding]) {
    expect(codeOf(both, verb, own.projet)).toBe('PROPRE_EQUIPE');
    expect(codeOf(both, verb, others.projet)).toBe('oui');
  }
  for (const verb of deciding) expect(codeOf(ofArs, verb, own.projet)).toBe('PROPRE_EQUIPE');
});

test('only the team reads what it writes, and the ARS sees no project before it was handed to it', () => {
  expect(codeOf(member, 'lire-brouillon', own.projet)).toBe('oui');
  expect(codeOf(reviewer, 'lire-brouillon', others.projet)).toBe('ROLE_INSUFFISANT');
  expect(codeOf(staff('ars'), 'lire-brouillon', others.projet)).toBe('ROLE_INSUFFISANT');
  expect(codeOf(staff('ars'), 'consulter', { ...others.projet, transmise: false })).toBe('INTROUVABLE');
});

test('an administrator grants roles to others, never to himself', () => {
  const admin = staff('association-admin');
  expect(codeOf(admin, 'habiliter', others.compte)).toBe('oui');
  expect(codeOf(admin, 'habiliter', own.compte)).toBe('PROPRE_COMPTE');
});

test('a granted role waits for the second factor, whether the object exists or not', () => {
  const waiting: Actor = { ...reviewer, secondFacteur: false };
  expect(codeOf(waiting, 'instruire', team)).toBe('SECOND_FACTEUR_REQUIS');
  expect(codeOf(waiting, 'instruire', noTeam)).toBe('SECOND_FACTEUR_REQUIS');
  expect(codeOf({ ...waiting, equipes: member.equipes }, 'consulter', team)).toBe('oui');
});

test('an address not verified opens one’s account and nothing else', () => {
  const unverified: Actor = { ...referent, courrielVerifie: false };
  expect(codeOf(unverified, 'exporter', own.compte)).toBe('oui');
  expect(codeOf(unverified, 'creer-equipe', own.portail)).toBe('COURRIEL_NON_VERIFIE');
  expect(codeOf(unverified, 'modifier', team)).toBe('COURRIEL_NON_VERIFIE');
  expect(codeOf(unverified, 'modifier', noTeam)).toBe('COURRIEL_NON_VERIFIE');
});

test('a role of one region stops at its border', () => {
  const regional: Actor = { ...reviewer, roles: [{ role: 'association-instructeur', region: 'pays-de-la-loire' }] };
  expect(codeOf(regional, 'instruire', team)).toBe('oui');
  expect(codeOf(regional, 'instruire', { ...team, region: 'bretagne' })).toBe('INTROUVABLE');
});

test('the ARS sees the teams transmitted to it, and no other', () => {
  expect(codeOf(staff('ars'), 'consulter', team)).toBe('oui');
  expect(codeOf(staff('ars'), 'consulter', { ...team, transmise: false })).toBe('INTROUVABLE');
  expect(codeOf(staff('ars'), 'instruire', team)).toBe('ROLE_INSUFFISANT');
});

test('a link is read and declined without an account, and accepted with one', () => {
  const byLink: AccessObject<'invitation'> = { ...others.invitation, parLien: true };
  expect(codeOf(null, 'consulter', byLink)).toBe('oui');
  expect(codeOf(null, 'decliner', byLink)).toBe('oui');
  expect(codeOf(null, 'accepter', byLink)).toBe('NON_CONNECTE');
  expect(codeOf(account, 'accepter', byLink)).toBe('oui');
});

test('a member changes his own row and not his colleague’s', () => {
  expect(codeOf(member, 'modifier', own.membre)).toBe('oui');
  expect(codeOf(member, 'modifier', { ...own.membre, membre: 'm2' })).toBe('ROLE_INSUFFISANT');
});

test('a public record that does not exist is not found, without asking to sign in', () => {
  expect(codeOf(null, 'consulter', { kind: 'fiche', absent: true })).toBe('INTROUVABLE');
});

test('a refusal says who may act', () => {
  const answer = can(member, 'inviter', team);
  expect(answer.ok ? '' : accessSentence(answer.refusal)).toContain('un référent de l’équipe');
});
