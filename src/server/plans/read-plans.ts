import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Plan, planSchema } from '#domain/indemnities/plan.schema.ts';

export type Plans = ReadonlyMap<string, Plan>;

const alreadyRead = new Map<string, Plans>();

/**
 * The financing plans that the public may see, by id, from `data/plans` under the root of the site. Read and checked once.
 * @throws Error naming the file and the field of the first plan that is not one.
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
export function readPlan(file: string): Plan {
  const parsed = planSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} n’est pas un plan :\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
