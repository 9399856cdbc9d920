import type { Declaration } from '#domain/accessibility/declaration.ts';

/** Ends the sentence « … est non conforme avec le RGAA, » when no audit in force says more. */
export const whyNoAudit: Record<Exclude<Declaration['audit'], 'valide'>, string> = {
  absent: 'car aucun audit n’a encore été réalisé',
  incomplet: 'car l’audit commencé n’est pas terminé',
  perime: 'car le dernier audit a plus de trois ans',
};

/** 487 → « 48,7 % ». */
export const frenchRate = (perThousand: number): string =>
  `${(perThousand / 10).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0%`;
