import type { BrowserContext } from '@playwright/test';

/** The address of the link in the last mail to someone, as the page of waiting mails shows it on this machine. */
export async function lastLinkTo(context: BrowserContext, email: string): Promise<string> {
  for await (const mail of waitingMails(context)) {
    const link = mail.includes(`Pour ${email},`) ? mail.match(/href="([^"]*)"/)?.[1] : undefined;
    if (!link) continue;
    const { pathname, search } = new URL(link.replaceAll('&amp;', '&'));
    return pathname + search;
  }
  throw new Error(`No mail with a link to ${email}.`);
}

/** The subjects of the mails that wait for someone, the last written first. */
export async function mailsTo(context: BrowserContext, email: string): Promise<string[]> {
  const subjects: string[] = [];
  for await (const mail of waitingMails(context)) {
    if (mail.includes(`Pour ${email},`)) subjects.push(mail.match(/<h2>(.*?)<\/h2>/)?.[1] ?? '');
  }
  return subjects;
}

/** The mails as the pages show them, the last written first: other tests write theirs in between. */
async function* waitingMails(context: BrowserContext): AsyncGenerator<string> {
  let address: string | undefined = '/espace/boite-locale';
  while (address !== undefined) {
    const html: string = await (await context.request.get(address)).text();
    const [, ...mails] = html.split('<article');
    yield* mails.map((mail) => mail.split('</article>')[0] ?? '');
    address = html.match(/href="(\/espace\/boite-locale\?avant=\d+)"/)?.[1];
  }
}
