import { signOut } from '#server/accounts/end-sessions.ts';
import { accountNeeds, dropSession } from '../account/account-needs.ts';
import { form } from '../form.ts';
import { signOutThere } from './identities.ts';

export const signOutForms = {
  // Open to all: whoever waits for a second factor may also give up, and a stranger has nothing to lose.
  'se-deconnecter': form({
    kind: 'portail',
    verb: 'consulter',
    object: () => ({ kind: 'portail' }),
    async run(visit) {
      if (visit.session && visit.sessionToken) await signOut(accountNeeds(visit), visit.session, visit.sessionToken);
      dropSession(visit);
      return signOutThere(visit);
    },
  }),
};
