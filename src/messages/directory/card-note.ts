import type { Structure } from '#domain/directory/structure.schema.ts';

/** What a card kept in a telephone says beside the number, one fact a line; empty when nothing is known. */
export const cardNote = ({ territoire, horaires, note }: Structure): string =>
  [territoire && `Territoire : ${territoire.mots}`, horaires && `Horaires : ${horaires}`, note]
    .filter((fact) => fact)
    .join('\n');
