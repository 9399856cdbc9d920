import type { Member, MemberAnswers } from './member.schema.ts';

/** What a form does not say of a member: the day of an attestation, which a later save does not move; the last day. */
type Besides = { readonly attestedOn: string; readonly sortie: string | null };

export function memberOfAnswers(answers: MemberAnswers, { attestedOn, sortie }: Besides): Member {
  const { prenom, nom, profession, rpps, messagerie, exercice, commune, entree, cpts } = answers;
  const { 'centre-nom': centreName, 'centre-finess': finess, 'autres-esp-clap': others } = answers;
  return {
    prenom,
    nom,
    profession,
    rpps,
    messagerie,
    exercice,
    centre: centreName !== null && finess !== null ? { nom: centreName, finess } : null,
    commune,
    entree,
    sortie,
    attestation: answers.attestation ? attestedOn : null,
    cpts,
    autresEspClap: others.map((one) => ({ nom: one.nom, patientsCommuns: one['patients-communs'] })),
  };
}

export const answersOfMember = (member: Member): MemberAnswers => ({
  prenom: member.prenom,
  nom: member.nom,
  profession: member.profession,
  rpps: member.rpps,
  messagerie: member.messagerie,
  exercice: member.exercice,
  'centre-nom': member.centre?.nom ?? null,
  'centre-finess': member.centre?.finess ?? null,
  commune: member.commune,
  entree: member.entree,
  attestation: member.attestation !== null,
  cpts: member.cpts,
  'autres-esp-clap': member.autresEspClap.map(({ nom, patientsCommuns }) => ({
    nom,
    'patients-communs': patientsCommuns,
  })),
});
