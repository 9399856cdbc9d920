import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const [lightCss, darkCss] = css.split('@media (prefers-color-scheme: dark)') as [string, string];
const colours = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]));
const light = colours(lightCss);
const dark = { ...light, ...colours(darkCss) };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];
  const [lr, lg, lb] = [r, g, b].map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * lr + 0.7152 * lg + 0.0722 * lb;
};
const contrast = (one: string, other: string) => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const grounds = ['paper', 'sheet', 'sunk'];
const kinds = ['dac', 'cpts', 'msp', 'cds', 'esp', 'esp-clap', 'ess', 'asalee', 'appui'];
const pairs: [text: string, ground: string, least: number][] = [
  ...grounds.flatMap((ground) =>
    ['ink', 'quiet', 'action', 'action-strong', 'info', ...kinds].map((text): [string, string, number] => [
      text,
      ground,
      4.5,
    ]),
  ),
  ...grounds.map((ground): [string, string, number] => ['edge', ground, 3]),
  ['on-action', 'action', 4.5],
  ['on-action', 'action-strong', 4.5],
  ['ink', 'info-wash', 4.5],
  ['ink', 'warn-wash', 4.5],
  ['ink', 'bad-wash', 4.5],
  ['action', 'info-wash', 4.5],
  ['action', 'warn-wash', 4.5],
  ['bad', 'bad-wash', 4.5],
  ['bad', 'paper', 4.5],
  ['warn', 'warn-wash', 4.5],
  ['good', 'sheet', 4.5],
  ['quiet', 'warn-wash', 4.5],
  ['info', 'info-wash', 4.5],
];

describe.each([
  ['clair', light],
  ['sombre', dark],
] as [string, Record<string, string>][])('thème %s', (_name, theme) => {
  test.each(pairs)('%s sur %s atteint %s:1', (text, ground, least) => {
    expect(contrast(theme[text]!, theme[ground]!)).toBeGreaterThanOrEqual(least);
  });
});

test('black on white is 21:1, so the formula above is the right one', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
