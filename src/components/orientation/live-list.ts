/** Ticks of a form of the wizard: the list beside it follows, and « aucune » stands alone. */
const form = document.querySelector<HTMLFormElement>('form[data-question]');
let latest: AbortController | undefined;

form?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === 'checkbox') keepApart(form, target);
  void refresh(form);
});

function keepApart(within: HTMLFormElement, ticked: HTMLInputElement): void {
  if (!ticked.checked) return;
  const isAlone = (box: HTMLInputElement) => box.hasAttribute('data-alone');
  for (const box of within.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) {
    if (box !== ticked && (isAlone(ticked) || isAlone(box))) box.checked = false;
  }
}

/** Asks for the same page with the answers of the form, and takes its list; the page stays right if this fails. */
async function refresh(source: HTMLFormElement): Promise<void> {
  latest?.abort();
  latest = new AbortController();
  const query = new URLSearchParams([...new FormData(source)].map(([name, value]) => [name, String(value)]));
  try {
    const answer = await fetch(`${location.pathname}?${query}`, { signal: latest.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const list = document.querySelector('[data-possible] ul');
    const fresh = page.querySelector('[data-possible] ul');
    if (list && fresh) list.replaceWith(fresh);
    const count = document.querySelector('[data-possible-count]');
    if (count) count.textContent = page.querySelector('[data-possible-count]')?.textContent?.trim() ?? '';
  } catch {
    // A newer answer replaced this one, or the network is away: « Continuer » asks the server again.
  }
}

export {};
