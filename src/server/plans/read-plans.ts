import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plan, planSchema } from '#domain/indemnities/plan.schema.ts';
import { readData } from '#domain/shared/data-file.ts';

export type Plans = ReadonlyMap<string, Plan>;

const alreadyRead = new Map<string, Plans>();

/**
 * The financing plans that the public may see, by id, from `data/plans` under the root of the site. Read and checked once.
 * @throws DataFileError for the first plan that is not one.
 */
export function readPlans(root: string): Plans {
  const known = alreadyRead.get(root);
  if (known) return known;
  const folder = join(root, 'data/plans');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const plans = files.map((name) => readPlan(join(folder, name))).filter((plan) => plan.public);
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  alreadyRead.set(root, byId);
  return byId;
}

/** One plan file, checked. */
export const readPlan = (file: string): Plan => readData(planSchema, JSON.parse(readFileSync(file, 'utf8')), file);
