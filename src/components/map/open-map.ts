/** Shows the « Voir la carte » button; MapLibre and its data are loaded only when a person asks for the map. */
for (const holder of document.querySelectorAll<HTMLElement>('[data-map]')) {
  const button = holder.querySelector<HTMLButtonElement>('[data-map-open]');
  const status = holder.querySelector<HTMLElement>('[data-map-status]');
  const later = [...holder.querySelectorAll<HTMLElement>('[data-map-frame], [data-map-caption], [data-map-skip]')];
  if (!button || !status) continue;
  holder.hidden = false;

  let opened = false;
  button.addEventListener('click', async () => {
    const open = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', String(open));
    button.textContent = open ? 'Fermer la carte' : 'Voir la carte';
    for (const part of later) part.hidden = !open;
    if (!open || opened) return;
    opened = true;
    status.textContent = 'La carte se charge…';
    try {
      const { openDirectoryMap } = await import('./directory-map.ts');
      await openDirectoryMap(holder);
      status.textContent = '';
    } catch {
      opened = false;
      status.textContent = 'La carte n’a pas pu s’ouvrir. La liste donne les mêmes informations.';
      for (const part of later) part.hidden = true;
      button.setAttribute('aria-expanded', 'false');
      button.textContent = 'Voir la carte';
    }
  });
}
