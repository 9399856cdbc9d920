/** Copies an address where the browser lets a page do it; elsewhere the field is there to be selected. */
for (const holder of document.querySelectorAll<HTMLElement>('[data-share]')) {
  const field = holder.querySelector('input');
  const button = holder.querySelector('button');
  const said = holder.querySelector('[role="status"]');
  if (!field || !button || !said || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value);
    said.textContent = 'Adresse copiée.';
  });
}
