import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Asked for by the package's own name, since the built server does not stand beside these files. */
const { resolve } = createRequire(import.meta.url);
const read = (weight: 400 | 700): Buffer => readFileSync(resolve(`#server/pdf/fonts/atkinson-next-${weight}.ttf`));

let fonts: { readonly regular: Buffer; readonly bold: Buffer } | undefined;

/** Atkinson Hyperlegible Next, embedded in every document; read at the first one. */
export function pdfFonts(): { readonly regular: Buffer; readonly bold: Buffer } {
  fonts ??= { regular: read(400), bold: read(700) };
  return fonts;
}
