import { enterDemo } from '#server/demo/demo-entry.ts';
import { accountFormErrors } from '../../messages/account/form-errors.ts';
import { form } from '../form.ts';
import { ownRoom } from '../refusal.ts';
import { keepSession } from './account-needs.ts';

export const demoForms = {
  // Whoever has a link that `npm run demo` printed; elsewhere no link is right.
  entrer: form({
    kind: 'portail',
    verb: 'consulter',
    object: () => ({ kind: 'portail' }),
    async run(visit, typed) {
      const { config, database, secrets } = visit.services;
      const entered = await enterDemo({ config, database, secrets, now: visit.now }, typed, visit.device);
      if (!entered.ok) return { errors: { '': accountFormErrors.LIEN_DE_DEMONSTRATION_FAUX } };
      keepSession(visit, entered.value);
      return { to: ownRoom };
    },
  }),
};
