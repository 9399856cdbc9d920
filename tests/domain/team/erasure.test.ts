import { expect, test } from 'vitest';
import { type ErasableRow, mayDeleteTeam, mayEraseMember } from '#domain/team/erasure.ts';

const row = (id: string, more: Partial<ErasableRow> = {}): ErasableRow => ({
  id,
  hasJoined: false,
  hasConsent: false,
  ...more,
});
const codeOf = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? 'oui' : answer.refusal.code;

test('a line that nobody joined is erased; one that someone joined or agreed to is not', () => {
  expect(codeOf(mayEraseMember(row('a')))).toBe('oui');
  expect(codeOf(mayEraseMember(row('a', { hasJoined: true })))).toBe('MEMBRE_A_REJOINT');
  expect(codeOf(mayEraseMember(row('a', { hasConsent: true })))).toBe('MEMBRE_A_CONSENTI');
});

test('a team is deleted by who is alone in it, and names those who are not', () => {
  const ada = row('ada', { hasJoined: true });
  const own = ['ada'];
  expect(codeOf(mayDeleteTeam([ada, row('bea'), row('cleo')], { own, isHanded: false }))).toBe('oui');
  expect(mayDeleteTeam([ada, row('bea', { hasConsent: true }), row('cleo')], { own, isHanded: false })).toEqual({
    ok: false,
    refusal: { code: 'EQUIPE_HABITEE', membres: ['bea'] },
  });
  expect(codeOf(mayDeleteTeam([ada], { own, isHanded: true }))).toBe('EQUIPE_TRANSMISE');
});
