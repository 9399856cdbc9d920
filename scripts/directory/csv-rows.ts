import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** The rows of a CSV file, each checked against the columns that we read of it. */
export function csvRows<Row>(file: string, row: z.ZodType<Row>): Row[] {
  const rows: unknown = parse(mended(readFileSync(file, 'utf8')), { columns: true });
  const read = z.array(row).safeParse(rows);
  if (!read.success) throw new Error(`${file}\n${z.prettifyError(read.error)}`);
  return read.data;
}

/** Signs of Windows-1252 that a copy took for Latin-1. */
const mended = (text: string): string =>
  text.replaceAll('\u0092', '’').replaceAll('\u009c', 'œ').replaceAll('\u008c', 'Œ').replaceAll('\u0096', '–');
