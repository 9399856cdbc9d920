import { z } from 'zod';
import { type RegionSlug, regionSlugs } from '#domain/shared/region.ts';

/** Where a fact holds. A rule read in one region is never shown as a national one. */
export const scopes = ['nationale', 'non-precisee', ...regionSlugs] as const;
export type Scope = 'nationale' | 'non-precisee' | RegionSlug;

export type ScopeFault = { readonly code: 'PORTEE_INCONNUE' };

export const scopeSchema = z.enum(scopes, 'PORTEE_INCONNUE' satisfies ScopeFault['code']);
