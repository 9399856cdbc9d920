import { type Audit, auditSchema } from '#domain/accessibility/audit.schema.ts';
import file from '../../../data/accessibilite/audit.json';

/** What was checked of the accessibility of the site, as its data file says. The build stops on a wrong value. */
export const audit: Audit = auditSchema.parse(file);
