/**
 * Results as you type, on the search page only. Pages come from Pagefind, in the browser; communes and structures from
 * the server, as it would write them. Where Pagefind cannot answer, or knows fewer forms of a word, the server's pages stand.
 */
import { resultCount } from '../../messages/site/search.ts';

type Fragment = { readonly url: string; readonly excerpt: string; readonly meta: { readonly title?: string } };
type Pagefind = {
  options(options: { readonly excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<Fragment> }[] }>;
};

const pauseMs = 200;
const pagesShown = 8;
/** How long Pagefind and the server may hold back each other's answer. */
const patienceMs = 1500;

let pagefind: Promise<Pagefind | null> | undefined;

function loadPagefind(): Promise<Pagefind | null> {
  const address = '/pagefind/pagefind.js';
  pagefind ??= import(/* @vite-ignore */ address)
    .then(async (loaded: Pagefind) => {
      await loaded.options({ excerptLength: 34 });
      await loaded.init();
      return loaded;
    })
    .catch(() => null);
  return pagefind;
}

type Pages = { readonly total: number; readonly first: readonly Fragment[] };

/** The pages that Pagefind finds, or null when it cannot answer. */
async function pagesFor(query: string): Promise<Pages | null> {
  try {
    const found = await (await loadPagefind())?.search(query);
    if (!found) return null;
    const first = await Promise.all(found.results.slice(0, pagesShown).map((result) => result.data()));
    return { total: found.results.length, first };
  } catch {
    return null;
  }
}

const inTime = <T>(answer: Promise<T>): Promise<T | null> =>
  Promise.race([answer, new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs))]);

async function serverAnswer(query: string): Promise<Document | null> {
  try {
    const response = await fetch(addressOf(query));
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
  } catch {
    return null;
  }
}

const part = (root: ParentNode, name: string) => root.querySelector<HTMLElement>(`[data-found="${name}"]`);

/** Pagefind gives an excerpt as HTML: only its text and its <mark> are kept. */
function marked(html: string): (string | HTMLElement)[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    return node.nodeName === 'MARK' ? element('mark', text) : text;
  });
}

function element(name: string, ...children: (string | HTMLElement)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function pageList({ total, first }: Pages, query: string): HTMLElement[] {
  const items = first.map(({ url, excerpt, meta }) =>
    element('li', element('h3', linkTo(url, meta.title ?? url)), element('p', ...marked(excerpt))),
  );
  const list = element('ol', ...items);
  list.className = 'found';
  const all = element('p', linkTo(addressOf(query), `Voir les ${total} pages`));
  return [element('h2', 'Pages'), list, ...(total > first.length ? [all] : [])];
}

function linkTo(address: string, label: string): HTMLElement {
  const link = element('a', label) as HTMLAnchorElement;
  link.href = address;
  return link;
}

const addressOf = (query: string): string => `/recherche?q=${encodeURIComponent(query)}`;

function enhance(form: HTMLFormElement, field: HTMLInputElement) {
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async () => {
    const query = field.value.replace(/\s+/g, ' ').trim();
    const mine = ++turn;
    if (query.length < 2) return;
    const asked = serverAnswer(query);
    const pages = await inTime(pagesFor(query));
    const answer = await (pages ? inTime(asked) : asked);
    if (mine !== turn) return;
    if (!pages && !answer) return;
    const serverPages = (answer && part(answer, 'pages')?.querySelectorAll('li').length) ?? 0;
    const found = pages && pages.total > 0 && pages.total >= serverPages ? pages : null;
    const communes = (answer && part(answer, 'communes')?.querySelectorAll('li').length) ?? 0;
    const structures = Number((answer && part(answer, 'structures')?.dataset.total) ?? 0);
    const fromServer = (name: string) => [...((answer && part(answer, name)?.childNodes) ?? [])];
    const fill = (name: string, content: (Node | string)[]) => part(document, name)?.replaceChildren(...content);
    fill(
      'count',
      found || !answer ? [resultCount(query, found?.total ?? 0, communes, structures)] : fromServer('count'),
    );
    fill('pages', found ? pageList(found, query) : fromServer('pages'));
    for (const name of ['communes', 'structures']) fill(name, fromServer(name));
    fill('doors', found ? [] : fromServer('doors'));
    field.removeAttribute('aria-invalid');
    field.setAttribute('aria-describedby', 'q-aide');
    form.querySelector('.error')?.remove();
    history.replaceState(null, '', addressOf(query));
  };

  field.addEventListener('focus', () => void loadPagefind(), { once: true });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, pauseMs);
  });
}

const form = document.querySelector<HTMLFormElement>('[data-site-search]');
const field = form?.querySelector<HTMLInputElement>('input[name=q]');
if (form && field) enhance(form, field);
