/**
 * Turns each commune field into a combobox (ARIA APG, list with manual selection): suggestions from our own API,
 * nothing sent elsewhere, nothing kept. Without it the form still works: the server answers with a list to choose from.
 */
import type { Commune } from '#domain/territory/commune.ts';

const pause = 120;

const describe = (commune: Commune) => {
  const postcodes = commune.codesPostaux;
  const shown = postcodes.length > 2 ? `${postcodes[0]}…` : postcodes.join(', ');
  return `${commune.nom} (${[shown, commune.departement.nom].filter(Boolean).join(', ')})`;
};

/** A form that leads to a commune, or a part of a bigger form, which keeps the code of the commune beside its name. */
function enhance(form: HTMLElement) {
  const field = form.querySelector<HTMLInputElement>('input[name=q], [data-commune-field]');
  const status = form.querySelector<HTMLElement>('[data-commune-status]');
  const code = form.querySelector<HTMLInputElement>('[data-commune-code]');
  const read = form.querySelector<HTMLInputElement>('[data-commune-read]');
  if (!field || !status) return;

  const list = document.createElement('ul');
  list.className = 'options';
  list.id = `${field.id}-liste`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Communes proposées');
  list.hidden = true;
  field.after(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    field.setAttribute(name, value);

  let communes: readonly Commune[] = [];
  let active = -1;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    list.hidden = true;
    active = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };

  const highlight = (index: number) => {
    active = (index + communes.length) % communes.length;
    [...list.children].forEach((item, at) => {
      item.setAttribute('aria-selected', String(at === active));
      if (at === active) item.scrollIntoView({ block: 'nearest' });
    });
    field.setAttribute('aria-activedescendant', `${list.id}-${active}`);
  };

  const choose = (commune: Commune) => {
    if (code && read) {
      close();
      field.value = commune.nom;
      read.value = commune.nom;
      code.value = commune.code;
      status.textContent = `${describe(commune)} choisie.`;
      return;
    }
    if (!(form instanceof HTMLFormElement)) return;
    const target = new URL(form.action);
    for (const [name, value] of new FormData(form))
      if (name !== 'q' && typeof value === 'string') target.searchParams.set(name, value);
    target.searchParams.set('commune', commune.code);
    close();
    field.value = commune.nom;
    location.assign(target);
  };

  const show = () => {
    list.replaceChildren(
      ...communes.map((commune, index) => {
        const item = document.createElement('li');
        item.id = `${list.id}-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.textContent = describe(commune);
        item.addEventListener('mousedown', (event) => event.preventDefault());
        item.addEventListener('click', () => choose(commune));
        return item;
      }),
    );
    list.hidden = communes.length === 0;
    field.setAttribute('aria-expanded', String(communes.length > 0));
    field.removeAttribute('aria-activedescendant');
    active = -1;
    const count = communes.length;
    status.textContent =
      count === 0
        ? 'Aucune commune trouvée.'
        : `${count} commune${count > 1 ? 's' : ''} proposée${count > 1 ? 's' : ''}. Flèches pour parcourir.`;
  };

  const suggest = async () => {
    const text = field.value.trim();
    const turn = ++asked;
    if (text.length < 2) {
      status.textContent = '';
      return close();
    }
    try {
      const answer = await fetch(`/api/v1/communes?q=${encodeURIComponent(text.slice(0, 80))}&limite=8`);
      if (!answer.ok || turn !== asked) return;
      communes = ((await answer.json()) as { communes: Commune[] }).communes;
      show();
    } catch {
      close(); // Offline or slow: the form and its button remain.
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, pause);
  });
  field.addEventListener('keydown', (event) => {
    const chosen = communes[active];
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && communes.length > 0) {
      event.preventDefault();
      if (list.hidden) {
        list.hidden = false;
        field.setAttribute('aria-expanded', 'true');
      }
      highlight(event.key === 'ArrowDown' ? active + 1 : active < 0 ? communes.length - 1 : active - 1);
    } else if (event.key === 'Enter' && !list.hidden && chosen) {
      event.preventDefault();
      choose(chosen);
    }
  });
  field.addEventListener('blur', () => setTimeout(close, 150));
}

document.querySelectorAll<HTMLElement>('[data-commune-search]').forEach(enhance);
