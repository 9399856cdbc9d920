/**
 * Results as you type, on the search page only. Pages come from Pagefind, in the browser; communes and structures from
 * the server, as it would write them. Where Pagefind cannot answer, or knows fewer forms of a word, the server's pages stand.
 */
import { resultCount } from '../../messages/search.ts';

type Fragment = { readonly url: string; readonly excerpt: string; readonly meta: { readonly title?: string } };
type Pagefind = {
  options(options: { readonly excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<Fragment> }[] }>;
};

const pauseMs = 200;
const mostPages = 10;
/** How long the server's pages may be held back for those of Pagefind, which load at the first letter. */
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

/** The pages that Pagefind finds, or null when it cannot answer. */
async function pagesFor(query: string): Promise<Fragment[] | null> {
  try {
    const { results } = (await (await loadPagefind())?.search(query)) ?? { results: null };
    return results && (await Promise.all(results.slice(0, mostPages).map((result) => result.data())));
  } catch {
    return null;
  }
}

const inTime = <T>(answer: Promise<T>): Promise<T | null> =>
  Promise.race([answer, new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs))]);

async function serverAnswer(query: string): Promise<Document | null> {
  try {
    const response = await fetch(`/recherche?q=${encodeURIComponent(query)}`);
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

function pageList(pages: readonly Fragment[]): HTMLElement[] {
  if (pages.length === 0) return [];
  const items = pages.map(({ url, excerpt, meta }) => {
    const link = element('a', meta.title ?? url) as HTMLAnchorElement;
    link.href = url;
    return element('li', element('h3', link), element('p', ...marked(excerpt)));
  });
  const list = element('ol', ...items);
  list.className = 'found';
  return [element('h2', 'Pages'), list];
}

function enhance(form: HTMLFormElement, field: HTMLInputElement) {
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async () => {
    const query = field.value.replace(/\s+/g, ' ').trim();
    const mine = ++turn;
    if (query.length < 2) return;
    const [pages, answer] = await Promise.all([inTime(pagesFor(query)), serverAnswer(query)]);
    if (mine !== turn) return;
    if (!pages && !answer) return;
    const serverPages = (answer && part(answer, 'pages')?.querySelectorAll('li').length) ?? 0;
    const found = pages && pages.length > 0 && pages.length >= serverPages ? pages : null;
    const communes = (answer && part(answer, 'communes')?.querySelectorAll('li').length) ?? 0;
    const structures = Number((answer && part(answer, 'structures')?.dataset.total) ?? 0);
    const fromServer = (name: string) => [...((answer && part(answer, name)?.childNodes) ?? [])];
    const fill = (name: string, content: (Node | string)[]) => part(document, name)?.replaceChildren(...content);
    fill(
      'count',
      found || !answer ? [resultCount(query, found?.length ?? 0, communes, structures)] : fromServer('count'),
    );
    fill('pages', found ? pageList(found) : fromServer('pages'));
    for (const name of ['communes', 'structures']) fill(name, fromServer(name));
    fill('doors', found ? [] : fromServer('doors'));
    field.removeAttribute('aria-invalid');
    field.setAttribute('aria-describedby', 'q-aide');
    form.querySelector('.error')?.remove();
    history.replaceState(null, '', `/recherche?q=${encodeURIComponent(query)}`);
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
