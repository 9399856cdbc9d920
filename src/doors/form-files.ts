import { type FileRefusal, type FileRule, fileKindOf, type SentFile } from '#domain/form/file-kind.ts';
import { accept, type Result, refuse } from '#domain/shared/result.ts';
import { fileSentence } from '../messages/form/sending.ts';

/** The fields of a form that take files, by their name. */
export type FileRules = Readonly<Record<string, FileRule>>;
/** The files that came with a form, by the name of their field. */
export type Files = ReadonlyMap<string, readonly SentFile[]>;
/** As they came: nothing of them can be trusted. */
export type RawFiles = readonly (readonly [field: string, file: File])[];

/** How much the heaviest of these forms may weigh in files. */
export const bytesOfFiles = (forms: Readonly<Record<string, { readonly files?: FileRules }>>): number =>
  Math.max(0, ...Object.values(forms).map(({ files = {} }) => bytesOf(files)));

const bytesOf = (rules: FileRules): number =>
  Object.values(rules).reduce((sum, { most, mostBytes }) => sum + most * mostBytes, 0);

/** The files that a form takes, or a sentence a field. A file that nobody asked for refuses the form: it is not lost in silence. */
export async function filesOf(
  raw: RawFiles,
  rules: FileRules = {},
): Promise<Result<Files, Readonly<Record<string, string>>>> {
  const errors: Record<string, string> = {};
  const taken = new Map<string, SentFile[]>();
  const wrong = (field: string, refusal: FileRefusal) => {
    errors[field] ??= fileSentence(refusal);
  };
  for (const [field, file] of raw) {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
    if (!rule) {
      wrong('', { code: 'FICHIER_NON_PREVU' });
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kind = fileKindOf(bytes);
    const already = taken.get(field) ?? [];
    const nom = nameOf(file);
    if (already.length === rule.most) wrong(field, { code: 'TROP_DE_FICHIERS', maximum: rule.most });
    else if (bytes.length > rule.mostBytes)
      wrong(field, { code: 'FICHIER_TROP_LOURD', nom, octets: bytes.length, maximum: rule.mostBytes });
    else if (!kind || !rule.kinds.includes(kind))
      wrong(field, { code: 'FICHIER_AUTRE_FORMAT', nom, formats: rule.kinds });
    else taken.set(field, [...already, { name: nom, kind, bytes }]);
  }
  return Object.keys(errors).length > 0 ? refuse(errors) : accept(taken);
}

/** The last part of the name, without what cannot be seen, cut where no one reads on. */
const nameOf = ({ name }: File): string =>
  (name.toWellFormed().replaceAll(/\p{C}/gu, '').split(/[/\\]/).at(-1)?.trim() ?? '').slice(0, 120) || 'fichier';
