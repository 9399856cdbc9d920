import type { DirectoryImport, ImportedFields, ImportedRecord } from '../../src/domain/directory/import.schema.ts';
import { frenchTypography } from '../../src/domain/shared/typography.ts';
import type { Draft } from './draft.ts';
import { headings } from './editions.ts';
import { slotOf } from './entities.ts';

/** An edition as its file holds it: each row under its lasting id, in the order of the ids. */
export function edition(
  name: keyof typeof headings,
  drafts: readonly Draft[],
  ids: ReadonlyMap<string, string>,
  retirees: DirectoryImport['retirees'],
): DirectoryImport {
  const fiches = drafts.map(
    (draft): ImportedRecord => ({
      id: ids.get(slotOf(draft))!,
      type: draft.type,
      champs: typeset(isOurs(ids.get(slotOf(draft))!, draft) ? withoutGuess(draft) : draft.fields),
      ecrit: draft.written,
    }),
  );
  return { ...headings[name], fiches: fiches.sort((a, b) => (a.id < b.id ? -1 : 1)), retirees };
}

/** Whether a row joined one of our records, whose id is not made from its number. */
const isOurs = (id: string, { key }: Draft): boolean => !id.endsWith(key.toLowerCase());

/** We know the territory of our DAC: what a name lets suppose of it is left. */
function withoutGuess({ type, fields }: Draft): ImportedFields {
  const { territoire, ...others } = fields;
  return type === 'dac' || territoire === undefined ? others : { ...others, territoire };
}

function typeset({ nom, adresse, note, territoire, ...others }: ImportedFields): ImportedFields {
  const voie = adresse?.voie ? capital(frenchTypography(adresse.voie)) : null;
  return {
    nom: frenchTypography(nom),
    ...(adresse && { adresse: { ...adresse, voie } }),
    ...others,
    ...(territoire && { territoire: { ...territoire, mots: frenchTypography(territoire.mots) } }),
    ...(note && { note: frenchTypography(note) }),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
