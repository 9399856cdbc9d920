import PDFDocument from 'pdfkit';
import type { Brief, BriefSection } from '#domain/orientation/brief.ts';
import { frenchTypography } from '#domain/shared/typography.ts';
import { siteName } from '#domain/site/name.ts';
import { pdfFonts } from './fonts.ts';

/** A4 in points. */
const page = { width: 595.28, height: 841.89, margin: 40 } as const;
const width = page.width - 2 * page.margin;
const ink = '#12302f';
const quiet = '#49605d';
const accent = '#a8331f';

/** Sizes of body text, from the one we prefer to the smallest that still reads on paper. */
const sizes = [10.5, 10, 9.5, 9, 8.5, 8, 7.5] as const;

/** One run of text: what it is for those who hear the page, and how it is drawn. */
type Block = {
  readonly tag: 'H1' | 'H2' | 'P' | 'LI';
  readonly text: string;
  readonly bold: boolean;
  readonly size: number;
  readonly color: string;
  /** White above, in points. */
  readonly above: number;
  readonly mark?: string;
  /** True on the first item of a list. */
  readonly opens?: boolean;
};

/**
 * Draws a brief on one A4 page: a tagged PDF in French, with its title and its fonts inside. The text shrinks until
 * the page holds it; beyond the smallest size, the longest lists lose their last lines and say so.
 */
export function drawBrief(brief: Brief): Promise<Uint8Array> {
  const { regular, bold } = pdfFonts();
  const document = new PDFDocument({
    size: 'A4',
    margin: page.margin,
    lang: 'fr-FR',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    // Known to the library, not yet to its types.
    subset: 'PDF/UA' as never,
    // A standard font would be looked for on disk, and could not be embedded.
    font: regular as unknown as string,
    info: { Title: typeset(brief.titre), Author: siteName, Subject: typeset(brief.chapeau) },
  });
  document.registerFont('regular', regular).registerFont('bold', bold);

  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });

  const foot = footOf(brief);
  const room = page.height - 2 * page.margin - heightOf(document, foot) - 18;
  const blocks = blocksThatFit(document, brief, room);
  draw(document, blocks, foot, brief.adresse);
  document.end();
  return done;
}

function blocksThatFit(document: PDFKit.PDFDocument, brief: Brief, room: number): Block[] {
  const fits = (blocks: readonly Block[]) => heightOf(document, blocks) <= room;
  const size = sizes.find((each) => fits(blocksOf(brief, each)));
  if (size !== undefined) return blocksOf(brief, size);

  const smallest = sizes.at(-1)!;
  let least = 1;
  let most = Math.max(...brief.sections.map(({ lignes }) => lignes.length));
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(blocksOf(shortened(brief, middle), smallest))) least = middle;
    else most = middle - 1;
  }
  return blocksOf(shortened(brief, least), smallest);
}

/** No list longer than this many lines. */
const shortened = (brief: Brief, most: number): Brief => ({
  ...brief,
  sections: brief.sections.map((section) =>
    section.lignes.length <= most
      ? section
      : { ...section, lignes: [...section.lignes.slice(0, most - 1), brief.suite] },
  ),
});

function blocksOf({ titre, chapeau, sections }: Brief, size: number): Block[] {
  return [
    { tag: 'H1', text: typeset(titre), bold: true, size: size * 1.9, color: ink, above: 0 },
    { tag: 'P', text: typeset(chapeau), bold: false, size: size * 1.1, color: ink, above: size * 0.3 },
    ...sections.flatMap((section) => sectionBlocks(section, size)),
  ];
}

function sectionBlocks({ titre, forme, lignes }: BriefSection, size: number): Block[] {
  const small = forme === 'sources' || forme === 'texte' ? size * 0.85 : size;
  const color = forme === 'sources' ? quiet : ink;
  return [
    { tag: 'H2', text: typeset(titre), bold: true, size: size * 1.2, color: accent, above: size * 0.9 },
    ...lignes.map((line, index): Block => {
      const shared = { text: typeset(line), bold: false, size: small, color, above: size * 0.15 };
      if (forme === 'texte') return { ...shared, tag: 'P' };
      const mark = forme === 'liste' ? '•' : `${index + 1}.`;
      return { ...shared, tag: 'LI', mark, opens: index === 0 };
    }),
  ];
}

const footOf = ({ pied, adresse }: Brief): Block[] => [
  { tag: 'P', text: typeset(pied), bold: false, size: 7.5, color: quiet, above: 0 },
  { tag: 'P', text: adresse, bold: false, size: 6.5, color: quiet, above: 2 },
];

const indentOf = ({ mark, size }: Block): number => (mark === undefined ? 0 : size * 1.5);

function heightOf(document: PDFKit.PDFDocument, blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    document.font(block.bold ? 'bold' : 'regular').fontSize(block.size);
    return (
      sum +
      block.above +
      document.heightOfString(block.text, { width: width - indentOf(block), lineGap: lineGap(block) })
    );
  }, 0);
}

const lineGap = ({ size }: Block): number => size * 0.15;

function draw(document: PDFKit.PDFDocument, blocks: readonly Block[], foot: readonly Block[], address: string): void {
  drawMargin(document);
  const root = document.struct('Document');
  document.addStructure(root);
  let list: PDFKit.PDFStructureElement | undefined;
  let y: number = page.margin;
  const write = (block: Block, link?: { readonly to: string; readonly element: PDFKit.PDFStructureElement }) => {
    const x = page.margin + indentOf(block);
    document
      .font(block.bold ? 'bold' : 'regular')
      .fontSize(block.size)
      .fillColor(block.color);
    document.text(block.text, x, y + block.above, {
      width: width - indentOf(block),
      lineGap: lineGap(block),
      ...(link && { link: link.to, structParent: link.element }),
    });
    y = document.y;
  };
  for (const block of blocks) {
    if (block.tag !== 'LI') {
      list?.end();
      list = undefined;
      root.add(document.struct(block.tag, {}, () => write(block)));
      continue;
    }
    if (block.opens || !list) {
      list?.end();
      list = document.struct('L');
      root.add(list);
    }
    const item = document.struct('LI');
    list.add(item);
    item.add(document.struct('Lbl', {}, () => mark(document, block, y)));
    item.add(document.struct('LBody', {}, () => write(block)));
    item.end();
  }
  list?.end();

  y = page.height - page.margin - heightOf(document, foot);
  for (const block of foot.slice(0, -1)) root.add(document.struct('P', {}, () => write(block)));
  const link = document.struct('Link');
  root.add(link);
  link.add(() => write(foot.at(-1)!, { to: address, element: link }));
  link.end();
  root.end();
}

/** The ticks of a map's margin, as at the top of the site; nothing to be read aloud. */
function drawMargin(document: PDFKit.PDFDocument): void {
  const y = page.margin - 14;
  document.markContent('Artifact', { type: 'Layout' });
  document.lineWidth(0.5).strokeColor(quiet);
  document
    .moveTo(page.margin, y)
    .lineTo(page.width - page.margin, y)
    .stroke();
  for (let x: number = page.margin; x < page.width - page.margin; x += 12)
    document
      .moveTo(x, y - 3)
      .lineTo(x, y)
      .stroke();
  document.endMarkedContent();
}

function mark(document: PDFKit.PDFDocument, block: Block, y: number): void {
  document.font('regular').fontSize(block.size).fillColor(block.color);
  document.text(block.mark ?? '', page.margin, y + block.above, { lineBreak: false });
}

/** The font has no narrow no-break space: the plain one takes its place. */
const typeset = (text: string): string => frenchTypography(text).replaceAll('\u202f', '\u00a0');
