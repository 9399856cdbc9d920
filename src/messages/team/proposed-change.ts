import type { Member } from '#domain/team/member.schema.ts';
import {
  type ChangeRefusal,
  type GuardedField,
  type ProposedChange,
  proposedFields,
} from '#domain/team/proposed-change.ts';
import { professionNames } from '../shared/professions.ts';
import { goneSentence } from './invitation.ts';

/** What a proposed change replaces and by what, field by field, in words. */
export const changeTexts = (now: Pick<Member, GuardedField>, change: ProposedChange) =>
  proposedFields(change).map((field) => textsOf[field](now, change));

type Texts = { readonly field: string; readonly from: string; readonly to: string };
type Read = (now: Pick<Member, GuardedField>, change: ProposedChange) => Texts;

const textsOf: Readonly<Record<GuardedField, Read>> = {
  prenom: (now, { prenom = '' }) => ({ field: 'Prénom', from: now.prenom, to: prenom }),
  nom: (now, { nom = '' }) => ({ field: 'Nom', from: now.nom, to: nom }),
  profession: (now, { profession }) => ({
    field: 'Profession',
    from: professionNames[now.profession].un,
    to: profession ? professionNames[profession].un : '',
  }),
  attestation: (now, { attestation }) => ({
    field: 'N’exercer ni en MSP ni en centre pluriprofessionnel',
    from: now.attestation === null ? 'Non attesté' : 'Attesté',
    to: attestation ? 'Attesté' : 'Non attesté',
  }),
};

export const changeSentence = ({ code }: ChangeRefusal | { readonly code: 'INTROUVABLE' }): string =>
  code === 'INTROUVABLE'
    ? goneSentence
    : 'Ce changement a déjà reçu une réponse, ou a été retiré ou remplacé. Relisez la fiche.';
