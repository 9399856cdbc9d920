import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  moveRoleOffer,
  type OfferParty,
  offerPartyOf,
  offerStanding,
  offerStateAt,
  type RoleOfferLife,
  roleOfferMoves,
  roleOfferStates,
} from '#domain/access/role-offer.ts';

const noon = new Date('2026-11-23T12:00:00.000Z');
const end = '2026-11-26T12:00:00.000Z';
const parties: readonly OfferParty[] = ['destinataire', 'porteur', 'administrateur'];

const answer = (offer: RoleOfferLife, name: (typeof roleOfferMoves)[number], party: OfferParty, now = noon) => {
  const moved = moveRoleOffer(offer, name, party, now);
  return moved.ok ? `${moved.value.etat} jusqu’au ${moved.value.expireLe.slice(0, 10)}` : moved.refusal.code;
};

test('the whole life of a role offered by a link, line by line', () => {
  const lines = roleOfferStates.flatMap((etat) =>
    parties.flatMap((party) =>
      roleOfferMoves.flatMap((name) => {
        const moved = moveRoleOffer({ etat, expireLe: end, compte: 'cyd' }, name, party, noon);
        return moved.ok
          ? [`${etat} --${name} (${party})--> ${moved.value.etat}, jusqu’au ${moved.value.expireLe.slice(0, 10)}`]
          : [];
      }),
    ),
  );
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "proposee --prendre (destinataire)--> prise, jusqu’au 2026-12-23
    proposee --demander (porteur)--> demandee, jusqu’au 2026-12-07
    proposee --retirer (administrateur)--> retiree, jusqu’au 2026-11-26
    demandee --prendre (destinataire)--> prise, jusqu’au 2026-12-23
    demandee --confirmer (administrateur)--> prise, jusqu’au 2026-12-23
    demandee --refuser (administrateur)--> refusee, jusqu’au 2026-12-23"
  `);
});

test('a refusal says whether a claim waits, or whether nothing can be done any more', () => {
  const sent: RoleOfferLife = { etat: 'proposee', expireLe: end, compte: null };
  const claimed: RoleOfferLife = { etat: 'demandee', expireLe: end, compte: 'cyd' };
  expect(answer(sent, 'prendre', 'porteur')).toBe('OFFRE_PAS_POUR_VOUS');
  expect(answer(sent, 'confirmer', 'administrateur')).toBe('OFFRE_CLOSE');
  expect(answer(claimed, 'demander', 'porteur')).toBe('DEMANDE_EN_COURS');
  expect(answer(claimed, 'retirer', 'administrateur')).toBe('DEMANDE_EN_COURS');
  expect(answer({ ...sent, etat: 'prise' }, 'prendre', 'destinataire')).toBe('OFFRE_CLOSE');
  expect(answer(sent, 'prendre', 'destinataire', new Date('2026-11-26T11:59:59.999Z'))).toBe(
    'prise jusqu’au 2026-12-26',
  );
  expect(answer(sent, 'prendre', 'destinataire', new Date(end))).toBe('OFFRE_CLOSE');
});

test('a claim whose account was deleted leaves the link as it was sent', () => {
  const orphan: RoleOfferLife = { etat: 'demandee', expireLe: end, compte: null };
  expect(offerStateAt(orphan, noon)).toBe('proposee');
  expect(answer(orphan, 'confirmer', 'administrateur')).toBe('OFFRE_CLOSE');
  expect(answer(orphan, 'demander', 'porteur')).toBe('demandee jusqu’au 2026-12-07');
});

test('the address written to, however it is typed, is the one of the account; no other, and none at all, is', () => {
  const party = (invited: string | null, own: string | null) => offerPartyOf({ email: invited }, { email: own });
  expect(party('Bea@Exemple.fr', 'bea@exemple.fr')).toBe('destinataire');
  expect(party('bea@exemple.fr', 'bea+portail@exemple.fr')).toBe('porteur');
  expect(party('bea@exemple.fr', 'bea@exemple.org')).toBe('porteur');
  expect(party('bea@exemple.fr', null)).toBe('porteur');
  expect(party('', '')).toBe('porteur');
  expect(party(null, 'bea@exemple.fr')).toBe('destinataire');
});

test('whatever its moves, a role is taken by the address written to or by the yes of an administrator, once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: fc.constantFrom(...roleOfferMoves), party: fc.constantFrom(...parties) })),
      (moves) => {
        let offer: RoleOfferLife = { etat: 'proposee', expireLe: end, compte: 'cyd' };
        let taken = 0;
        for (const { name, party } of moves) {
          const moved = moveRoleOffer(offer, name, party, noon);
          if (!moved.ok) continue;
          offer = { ...offer, ...moved.value };
          if (offer.etat === 'prise') {
            taken += 1;
            expect(party).not.toBe('porteur');
          }
        }
        expect(taken).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('what each finds who follows a link, line by line', () => {
  const bea = { id: 'bea', email: 'bea@exemple.fr' };
  const cyd = { id: 'cyd', email: 'cyd@exemple.fr' };
  const dan = { id: 'dan', email: null };
  const offers = [
    ['envoyée', { etat: 'proposee', compte: null, vouched: true }],
    ['envoyée par qui n’est plus administrateur', { etat: 'proposee', compte: null, vouched: false }],
    ['demandée par Cyd', { etat: 'demandee', compte: 'cyd', vouched: true }],
    ['demandée par Cyd, de qui n’est plus administrateur', { etat: 'demandee', compte: 'cyd', vouched: false }],
    ['prise par Béa', { etat: 'prise', compte: 'bea', vouched: true }],
    ['refusée à Cyd', { etat: 'refusee', compte: 'cyd', vouched: true }],
    ['retirée', { etat: 'retiree', compte: null, vouched: true }],
  ] as const;
  const lines = offers.map(([name, life]) => {
    const offer = { ...life, expireLe: end, email: 'bea@exemple.fr' };
    const found = [null, bea, cyd, dan].map((account) => offerStanding(offer, account, noon));
    return `${name} : ${found.join(', ')}`;
  });
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "envoyée : sans-compte, a-prendre, a-demander, a-demander
    envoyée par qui n’est plus administrateur : close, close, close, close
    demandée par Cyd : sans-compte, a-prendre, demande-faite, demande-d-autrui
    demandée par Cyd, de qui n’est plus administrateur : close, close, demande-faite, close
    prise par Béa : close, prise, close, close
    refusée à Cyd : close, close, refusee, close
    retirée : close, close, close, close"
  `);
  const command = { etat: 'proposee', compte: null, vouched: true, expireLe: end, email: null } as const;
  expect(offerStanding(command, cyd, noon)).toBe('a-prendre');
  expect(offerStanding(command, cyd, new Date(end))).toBe('close');
});
