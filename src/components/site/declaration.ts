import { type Audit, auditSchema } from '#domain/accessibility/audit.schema.ts';
import { declarationOf } from '#domain/accessibility/declaration.ts';
import { dayInParis } from '#domain/shared/civil-date.ts';
import file from '../../../data/accessibilite/audit.json';
import { worded } from '../../messages/site/data-faults.ts';

export const audit: Audit = worded(auditSchema).parse(file);

/** What the site may declare on the day it is built, or started: the footer of every page repeats it. */
export const declaration = declarationOf(audit, dayInParis(new Date()));
