const known = /\.(?:fr|com|org|net|eu|re|bzh|info|gouv)$/i;

/** Where the copy of 2019 ran the host and the path together: « www.gard.frpres-de-chez-vous ». */
const runTogether = /^(.+?\.(?:fr|com|org|net))(?=[a-z])[^.]*(?:\.html?)?$/i;

/** Sites of the whole State or of a whole federation, which say nothing of one place. */
const national = ['handicap.gouv.fr', 'mdph.fr', 'francealzheimer.org'];

export type Site =
  | { readonly kind: 'kept'; readonly url: string }
  | { readonly kind: 'left'; readonly pourquoi: string };

/** A site as a list writes it, in full; only its home page where the path is broken. */
export function siteOf(written: string): Site {
  const whole = /^https?:\/\//i.test(written.trim()) ? written.trim() : `http://${written.trim()}`;
  const [, scheme, host, path] = /^(https?):\/\/([^/:?]+)(.*)$/i.exec(whole) ?? [];
  if (!scheme || !host || !/^[a-z0-9.-]+$/i.test(host)) return unreadable;
  const home = known.test(host) ? host : runTogether.exec(host)?.[1];
  if (!home) return unreadable;
  const bare = home.toLowerCase().replace(/^www\./, '');
  if (national.includes(bare) && /^\/?$/.test(path ?? '')) return { kind: 'left', pourquoi: 'site national' };
  const url = `${scheme}://${home.toLowerCase()}${home === host ? path : '/'}`;
  return URL.canParse(url) ? { kind: 'kept', url } : unreadable;
}

const unreadable: Site = { kind: 'left', pourquoi: 'adresse illisible' };
