import type { Member } from './member.schema.ts';

/** What is asked of a member by herself, once she joined; her RPPS number may come later. */
export const details = ['exercice', 'commune', 'attestation'] as const;
export type Detail = (typeof details)[number];

/** What she did not say yet. */
export const missingDetails = (member: Pick<Member, Detail>): Detail[] =>
  details.filter((detail) => member[detail] === null);

/** What she said of herself in another team, where this row says nothing yet: proposed to her, never written alone. */
export function withOwnDetails<Row extends Member>(row: Row, elsewhere: Member | null): Row {
  if (elsewhere === null || row.exercice !== null || row.commune !== null) return row;
  const { rpps, messagerie, exercice, centre, commune, cpts } = elsewhere;
  return {
    ...row,
    rpps: row.rpps ?? rpps,
    messagerie: row.messagerie ?? messagerie,
    exercice,
    centre,
    commune,
    cpts: row.cpts ?? cpts,
  };
}
