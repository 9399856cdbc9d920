import type { Agreement } from '#domain/team/agreement.ts';
import { type Member, notKnownYet } from '#domain/team/member.schema.ts';
import type { TeamMember } from '#domain/team/membership.ts';

type Changes = Partial<Member> & { readonly accord?: Agreement };

/**
 * A member of an invented team, self-employed in Laval since 2026, who has joined and attested; the changes say what
 * matters.
 */
export const member = (id: string, { accord = 'compte', ...changes }: Changes = {}): TeamMember => ({
  id,
  accord,
  ...notKnownYet,
  nom: id,
  prenom: 'Exemple',
  profession: 'infirmier',
  exercice: 'liberal',
  commune: '53130',
  entree: '2026-01-01',
  attestation: '2026-01-01',
  ...changes,
});

export const doctor = (id: string, changes: Changes = {}): TeamMember =>
  member(id, { profession: 'medecin-generaliste', ...changes });
