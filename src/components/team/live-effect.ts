/** Shows, as the form is filled, what its button « Voir ce que cela change » shows: the server computes both. */
const pause = 350;

function enhance(form: HTMLFormElement) {
  const effect = document.querySelector('[data-effect]');
  if (!effect) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const refresh = async () => {
    const turn = ++asked;
    const body = new FormData(form);
    body.set('geste', 'essayer');
    try {
      const answer = await fetch(location.pathname, { method: 'POST', body });
      if (!answer.ok || answer.redirected || turn !== asked) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-effect]');
      if (fresh && turn === asked) effect.replaceChildren(...fresh.childNodes);
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

document.querySelectorAll<HTMLFormElement>('[data-live-effect]').forEach(enhance);
