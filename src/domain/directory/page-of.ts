import type { Structure } from './structure.schema.ts';

/** The whole address of a structure's page, from that of the portal: its lasting name outside of it. */
export const pageOf = ({ id }: Pick<Structure, 'id'>, site: string): string => new URL(`/annuaire/${id}`, site).href;
