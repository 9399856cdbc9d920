/** Shows, as the form is filled, what its button « Voir ce que cela change » shows: the server computes both. */
const pause = 350;

function enhance(form: HTMLFormElement) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const refresh = async () => {
    const turn = ++asked;
    const body = new FormData(form);
    body.set('geste', 'essayer');
    try {
      const answer = await fetch(location.pathname, { method: 'POST', body });
      if (!answer.ok || answer.redirected || turn !== asked) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (turn !== asked) return;
      for (const part of document.querySelectorAll<HTMLElement>('[data-effect-part]')) renew(part, fresh);
    } catch {
      // Offline or slow: the button remains.
    }
  };
  form.addEventListener('change', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[name]')) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, pause);
  });
}

/** A part that says the same stays as it is, so that it is not read out again. */
function renew(part: HTMLElement, fresh: Document) {
  const same = fresh.querySelector(`[data-effect-part="${part.dataset.effectPart}"]`);
  if (same && same.innerHTML !== part.innerHTML) part.replaceChildren(...same.childNodes);
}

document.querySelectorAll<HTMLFormElement>('[data-live-effect]').forEach(enhance);
