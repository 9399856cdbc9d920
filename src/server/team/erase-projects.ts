import { eq, inArray } from 'drizzle-orm';
import type { Writer } from '../db/client.ts';
import { projet, projetApprobation, projetEtape, projetReponse, projetVersion } from '../db/schema/dossier.ts';

/** Erases what was written of the projects of a team that is itself erased. */
export async function eraseProjectsOf(tx: Writer, teamId: string): Promise<void> {
  const rows = await tx.select({ id: projet.id }).from(projet).where(eq(projet.equipeId, teamId));
  const ids = rows.map(({ id }) => id);
  for (const table of [projetApprobation, projetVersion, projetReponse, projetEtape]) {
    await tx.delete(table).where(inArray(table.projetId, ids));
  }
  await tx.delete(projet).where(eq(projet.equipeId, teamId));
}
