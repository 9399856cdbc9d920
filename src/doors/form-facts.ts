import type { FormFacts } from '#domain/form/check-value.ts';
import type { Visit } from './visit.ts';

/** What the forms of a visit are checked against. */
export const formFacts = ({ services, today }: Visit): FormFacts => ({ today, communes: services.communes });
