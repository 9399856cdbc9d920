/**
 * Writes public/fonts/ for pages and src/server/pdf/fonts/ for PDF documents: Atkinson Hyperlegible Next (OFL 1.1), cut
 * down to the signs that French and our pages need. A PDF takes static TrueType, one file a weight.
 * Run by hand when the font package or the list of signs changes; the result is committed.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const signs = [
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~',
  'ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸàâäæçéèêëîïôöœùûüÿñãáíóú',
  '\u00a0\u202f«»“”‘’–—…·•€§°×±≤≥→←↑↓²³½',
].join('');

const from = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next';
const font = await readFile(`${from}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2`);
const subset = await subsetFont(font, signs, {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 700 } },
});

await mkdir('public/fonts', { recursive: true });
await writeFile('public/fonts/atkinson-next-1.woff2', subset);
await copyFile(`${from}/LICENSE`, 'public/fonts/OFL.txt');
console.log(`public/fonts/atkinson-next-1.woff2 : ${subset.length} octets`);

const pdfFonts = 'src/server/pdf/fonts';
await mkdir(pdfFonts, { recursive: true });
for (const weight of [400, 700]) {
  const embedded = await subsetFont(font, signs, { targetFormat: 'truetype', variationAxes: { wght: weight } });
  await writeFile(`${pdfFonts}/atkinson-next-${weight}.ttf`, embedded);
  console.log(`${pdfFonts}/atkinson-next-${weight}.ttf : ${embedded.length} octets`);
}
await copyFile(`${from}/LICENSE`, `${pdfFonts}/OFL.txt`);
