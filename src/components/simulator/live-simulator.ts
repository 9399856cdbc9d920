/**
 * The year again at each change, without leaving the form: the server answers the same page, whose parts take the place
 * of those that are there. Without this script, or when the server does not answer, the buttons of the form do it.
 */

const part = (root: ParentNode, name: string) => root.querySelector<HTMLElement>(`[data-live="${name}"]`);

/** Puts the parts of a fresh page in place; the form only where more than its numbers changed. */
function show(fresh: Document) {
  const form = part(document, 'form');
  const freshForm = part(fresh, 'form');
  if (form && freshForm && form.dataset.shape !== freshForm.dataset.shape) redraw(form, freshForm);
  for (const name of ['total', 'result', 'sum', 'keep']) {
    const open = openDetails(part(document, name));
    const to = part(fresh, name);
    if (to) part(document, name)?.replaceChildren(...to.childNodes);
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  }
}

/** Draws the form again; the person stays on the field where they were. */
function redraw(form: HTMLElement, fresh: HTMLElement) {
  const focused = form.contains(document.activeElement) ? placeOf(document.activeElement) : null;
  const open = openDetails(form);
  form.dataset.shape = fresh.dataset.shape ?? '';
  form.replaceChildren(...fresh.childNodes);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused) (document.querySelector<HTMLElement>(focused) ?? document.getElementById('equipe'))?.focus();
}

/** Where to find again, in a form drawn anew, the element that has the focus. */
function placeOf(element: Element | null): string {
  if (element instanceof HTMLInputElement && element.type === 'checkbox')
    return `[name="${element.name}"][value="${element.value}"]`;
  const holder = element?.closest('[id]');
  return `[id="${holder?.id}"]${holder === element ? '' : ' summary'}`;
}

const openDetails = (root: ParentNode | null): string[] =>
  [...(root?.querySelectorAll<HTMLElement>('details[open][id]') ?? [])].map(({ id }) => id);

function enhance(form: HTMLFormElement, status: HTMLElement) {
  let turn = 0;

  const update = async (submitter?: HTMLElement | null) => {
    turn += 1;
    const mine = turn;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form, submitter)) query.append(name, String(value));
    let answer: { url: string; html: string };
    try {
      const response = await fetch(`/simulateur?${query}`);
      answer = { url: response.url, html: await response.text() };
    } catch {
      if (mine === turn)
        status.textContent = 'Le calcul n’a pas pu se faire. Vérifiez votre connexion, puis réessayez.';
      return;
    }
    if (mine !== turn) return;
    const fresh = new DOMParser().parseFromString(answer.html, 'text/html');
    const say = part(fresh, 'total')?.dataset.say;
    if (say === undefined) {
      form.submit();
      return;
    }
    show(fresh);
    document.title = fresh.title;
    if (status.textContent !== say) status.textContent = say;
    history.replaceState(null, '', answer.url);
  };

  form.addEventListener('change', () => void update());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void update(event.submitter);
  });
}

const form = document.querySelector<HTMLFormElement>('[data-simulator]');
const status = document.querySelector<HTMLElement>('[data-status]');
if (form && status) enhance(form, status);

export {};
