import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Invitation,
  type InvitationMove,
  type InvitationParty,
  invitationMoves,
  invitationMovesOpenTo,
  invitationStates,
  moveInvitation,
  newInvitation,
  stateOn,
} from '#domain/team/invitation.ts';

const sent = newInvitation({ today: '2026-11-22', validityDays: 14 });
const parties: readonly InvitationParty[] = ['referent', 'invite', 'temps'];

const move = (invitation: Invitation, name: InvitationMove, party: InvitationParty, today: string) => {
  const moved = moveInvitation(invitation, name, party, { today, validityDays: 14 });
  return moved.ok ? moved.value : moved.refusal;
};

test('a link sent on 22 November for 14 days works until 6 December', () => {
  expect(sent).toEqual({ etat: 'envoyee', jusquau: '2026-12-06' });
});

test('the whole life of an invitation, line by line', () => {
  const lines: string[] = [];
  for (const etat of invitationStates) {
    for (const [moment, today] of [
      ['', '2026-12-06'],
      [' échue', '2026-12-07'],
    ] as const) {
      for (const party of parties) {
        for (const name of invitationMovesOpenTo({ etat, jusquau: '2026-12-06' }, party, today)) {
          const moved = move({ etat, jusquau: '2026-12-06' }, name, party, today);
          lines.push(`${etat}${moment} --${name} (${party})--> ${'etat' in moved ? moved.etat : moved.code}`);
        }
      }
    }
  }
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "envoyee --renvoyer (referent)--> renvoyee
    envoyee --corriger-adresse (referent)--> renvoyee
    envoyee --retirer (referent)--> retiree
    envoyee --accepter (invite)--> acceptee
    envoyee --decliner (invite)--> declinee
    envoyee échue --renvoyer (referent)--> renvoyee
    envoyee échue --corriger-adresse (referent)--> renvoyee
    envoyee échue --retirer (referent)--> retiree
    envoyee échue --expirer (temps)--> expiree
    renvoyee --renvoyer (referent)--> renvoyee
    renvoyee --corriger-adresse (referent)--> renvoyee
    renvoyee --retirer (referent)--> retiree
    renvoyee --accepter (invite)--> acceptee
    renvoyee --decliner (invite)--> declinee
    renvoyee échue --renvoyer (referent)--> renvoyee
    renvoyee échue --corriger-adresse (referent)--> renvoyee
    renvoyee échue --retirer (referent)--> retiree
    renvoyee échue --expirer (temps)--> expiree
    declinee --corriger-adresse (referent)--> renvoyee
    declinee échue --corriger-adresse (referent)--> renvoyee
    expiree --renvoyer (referent)--> renvoyee
    expiree --corriger-adresse (referent)--> renvoyee
    expiree --retirer (referent)--> retiree
    expiree échue --renvoyer (referent)--> renvoyee
    expiree échue --corriger-adresse (referent)--> renvoyee
    expiree échue --retirer (referent)--> retiree"
  `);
});

test('it is accepted on its last day and no later', () => {
  expect(move(sent, 'accepter', 'invite', '2026-12-06')).toEqual({ etat: 'acceptee', jusquau: '2026-12-06' });
  expect(move(sent, 'accepter', 'invite', '2026-12-07')).toEqual({ code: 'INVITATION_EXPIREE', jusquau: '2026-12-06' });
  expect(stateOn(sent, '2026-12-06')).toBe('envoyee');
  expect(stateOn(sent, '2026-12-07')).toBe('expiree');
});

test('it does not expire before its last day is over', () => {
  expect(move(sent, 'expirer', 'temps', '2026-12-06')).toEqual({ code: 'INVITATION_EN_COURS', jusquau: '2026-12-06' });
});

test('a resent or redirected invitation works for 14 more days, even after it expired', () => {
  const resent = { etat: 'renvoyee', jusquau: '2026-12-24' };
  expect(move({ ...sent, etat: 'expiree' }, 'renvoyer', 'referent', '2026-12-10')).toEqual(resent);
  expect(move({ ...sent, etat: 'declinee' }, 'corriger-adresse', 'referent', '2026-12-10')).toEqual(resent);
});

test('a link works once: accepted, declined or withdrawn, it is accepted no more', () => {
  for (const etat of ['acceptee', 'declinee', 'retiree'] as const) {
    expect(move({ ...sent, etat }, 'accepter', 'invite', '2026-11-23')).toEqual({ code: 'INVITATION_ETAT', etat });
  }
});

test('the invited does not resend, and the référent does not accept in her place', () => {
  expect(move(sent, 'renvoyer', 'invite', '2026-11-23')).toEqual({ code: 'INVITATION_PAS_VOTRE_ROLE' });
  expect(move(sent, 'accepter', 'referent', '2026-11-23')).toEqual({ code: 'INVITATION_PAS_VOTRE_ROLE' });
});

test('whatever is tried, an invitation accepted or withdrawn stays so', () => {
  const attempt = fc.record({
    name: fc.constantFrom(...invitationMoves),
    party: fc.constantFrom(...parties),
    today: fc.constantFrom('2026-11-22', '2026-12-06', '2026-12-07', '2027-01-15'),
  });
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 12 }), (attempts) => {
      let now = sent;
      for (const { name, party, today } of attempts) {
        const moved = moveInvitation(now, name, party, { today, validityDays: 14 });
        if (now.etat === 'acceptee' || now.etat === 'retiree') expect(moved.ok).toBe(false);
        if (moved.ok) now = moved.value;
      }
    }),
  );
});
