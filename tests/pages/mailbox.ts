import type { BrowserContext } from '@playwright/test';

/** The address of the link in the last mail to someone, as the page of waiting mails shows it on this machine. */
export async function lastLinkTo(context: BrowserContext, email: string): Promise<string> {
  const answer = await context.request.get('/espace/boite-locale');
  const mails = (await answer.text()).split('<article').slice(1);
  const mail = mails.find((html) => html.includes(`Pour ${email},`));
  const link = mail?.match(/href="([^"]*)"/)?.[1];
  if (!link) throw new Error(`No mail with a link to ${email}.`);
  const { pathname, search } = new URL(link.replaceAll('&amp;', '&'));
  return pathname + search;
}

/** How many of the mails that wait last are for someone. */
export async function mailsTo(context: BrowserContext, email: string): Promise<string[]> {
  const answer = await context.request.get('/espace/boite-locale');
  const mails = (await answer.text()).split('<article').slice(1);
  return mails
    .filter((html) => html.includes(`Pour ${email},`))
    .map((html) => html.match(/<h2>(.*?)<\/h2>/)?.[1] ?? '');
}
