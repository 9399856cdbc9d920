import { type NextStep, nextStepsSchema } from '#domain/orientation/next-steps.schema.ts';
import etapes from '../../../data/orientation/etapes.json';

const byModel = new Map(nextStepsSchema.parse(etapes).map(({ modele, etapes }) => [modele, etapes]));

/** The three next steps when this model leads; none for a model that is not described yet. */
export const nextStepsOf = (model: string | null): readonly NextStep[] => byModel.get(model ?? '') ?? [];
