/** What a file may be: kinds that open everywhere and carry no macro. */
export const fileKinds = ['pdf', 'png', 'jpeg'] as const;
export type FileKind = (typeof fileKinds)[number];

const signatures: Readonly<Record<FileKind, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
};

/** What a file is by its first bytes, whatever its name says; null for anything else. */
export const fileKindOf = (bytes: Uint8Array): FileKind | null =>
  fileKinds.find((kind) => signatures[kind].every((byte, index) => bytes[index] === byte)) ?? null;

/** Which files a form takes in one of its fields. */
export type FileRule = {
  readonly kinds: readonly FileKind[];
  readonly most: number;
  /** Of each file. */
  readonly mostBytes: number;
};

/** A file that came with a form, as its rule wants it. */
export type SentFile = { readonly name: string; readonly kind: FileKind; readonly bytes: Uint8Array };

export type FileRefusal =
  | { readonly code: 'FICHIER_NON_PREVU' }
  | { readonly code: 'TROP_DE_FICHIERS'; readonly maximum: number }
  | { readonly code: 'FICHIER_TROP_LOURD'; readonly nom: string; readonly octets: number; readonly maximum: number }
  | { readonly code: 'FICHIER_AUTRE_FORMAT'; readonly nom: string; readonly formats: readonly FileKind[] };
