/** A page without the keys of its forms, which differ at each showing, whoever asks. */
export const withoutFormKeys = (html: string): string => html.replaceAll(/name="envoi" value="[^"]+"/g, '…');

/** The key of the forms of a page. @throws Error when the page has none. */
export function formKeyOf(html: string): string {
  const key = html.match(/name="envoi" value="([^"]+)"/)?.[1];
  if (!key) throw new Error('No form with a key.');
  return key;
}
