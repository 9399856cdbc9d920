import { structureById } from '#server/directory/structure-store.ts';
import { reportRecord } from '#server/reports/report-record.ts';
import { recordGone, reportForm } from '../../messages/directory/reports.ts';
import { form } from '../form.ts';
import { formFacts } from '../form-facts.ts';
import { complete, readForm } from '../read-form.ts';
import type { Visit } from '../visit.ts';

/** The record that a page says something of, by its address. */
export const recordAsked = ({ context }: Visit): string => context.url.searchParams.get('fiche') ?? '';

export const reportForms = {
  // Whoever reads a record may say what is wrong with it: nobody is identified.
  signaler: form({
    kind: 'portail',
    verb: 'consulter',
    object: () => ({ kind: 'portail' }),
    async run(visit, typed) {
      const { services, now } = visit;
      const found = await structureById(services, recordAsked(visit));
      if (found.kind !== 'found') return { errors: { '': recordGone }, status: 404 };
      const read = complete(readForm(reportForm, typed, formFacts(visit)));
      if (!read.ok) return { errors: read.refusal };
      const fiche = found.structure.id;
      // Past the daily number of reports the editors already know: the person is thanked all the same.
      await reportRecord({ database: services.database, now, newId: services.newId }, { fiche, ...read.value });
      return { to: `/signaler?fiche=${fiche}&recu=1` };
    },
  }),
};
