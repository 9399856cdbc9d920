/** Shows the button only where a script can print; elsewhere the browser's own menu does it. */
for (const holder of document.querySelectorAll<HTMLElement>('[data-print]')) {
  holder.hidden = false;
  holder.querySelector('button')?.addEventListener('click', () => window.print());
}
