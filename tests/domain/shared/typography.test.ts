import { expect, test } from 'vitest';
import { frenchTypography, typographicHtml } from '#domain/shared/typography.ts';

/** Written with visible marks: ⎵ is U+202F, · is U+00A0. */
const marked = (text: string): string => text.replaceAll('\u202f', '⎵').replaceAll('\u00a0', '·');

test.each([
  ["l'aide, aujourd'hui, qu'il", 'l’aide, aujourd’hui, qu’il'],
  ["l'", 'l’'],
  ["jusqu'", 'jusqu’'],
  ["d'«accueil»", 'd’«⎵accueil⎵»'],
  ["'entre apostrophes'", "'entre apostrophes'"],
  ['Attention ! Vraiment ? Oui ; non.', 'Attention⎵! Vraiment⎵? Oui⎵; non.'],
  ['Attention! Vraiment? Oui; non.', 'Attention⎵! Vraiment⎵? Oui⎵; non.'],
  ['(quand ?)', '(quand⎵?)'],
  ['Qui ?! Toi ?', 'Qui⎵?! Toi⎵?'],
  ['« mot »', '«⎵mot⎵»'],
  ['«mot»', '«⎵mot⎵»'],
  ['Téléphone : 03 25', 'Téléphone·: 03 25'],
  ['Téléphone:', 'Téléphone·:'],
  ['Rendez-vous à 12:30', 'Rendez-vous à 12:30'],
  ['75 € par réunion, 75€ aussi', '75·€ par réunion, 75·€ aussi'],
  ['40 %, 40% et 5 ‰', '40·%, 40·% et 5·‰'],
  ['à 12 km et 300 m', 'à 12·km et 300·m'],
  ['12 kilomètres, 3 mois, 2 grands', '12 kilomètres, 3 mois, 2 grands'],
  ['de 9 h 30 à 18 h', 'de 9·h·30 à 18·h'],
  ['loi n° 2019', 'loi n°·2019'],
  ['Suite...', 'Suite…'],
])('« %s » becomes « %s »', (before, after) => {
  expect(marked(frenchTypography(before))).toBe(after);
});

test.each([
  ['an address of the web', 'https://sante.fr/a?q=l%27aide;b=1:2!'],
  ['an address without its scheme', 'www.exemple.fr/?a=b;c'],
  ['a list of e-mail addresses', 'a@exemple.fr; b@exemple.fr; c@exemple.fr'],
  ['a refusal code', 'PARTICIPANT_NON_MEMBRE:P4'],
  ['a phone number', '03 25 40 80 83'],
  ['grouped thousands', '10\u202f000 habitants'],
  ['an address of the site', '/dac?commune=10387'],
  ['a percent-encoded space', 'a%20b, 50%20'],
])('%s stays as it is', (_, text) => {
  expect(frenchTypography(text)).toBe(text);
});

test('the text around an address is composed, the address is not', () => {
  expect(marked(frenchTypography("L'aide : https://a.fr/?b=c;d:e est là !"))).toBe(
    'L’aide·: https://a.fr/?b=c;d:e est là⎵!',
  );
});

test('composing twice gives what composing once gave', () => {
  const text = "« L'eau » : 12 € ? Oui ; 40% à 9 h 30... Voir https://a.fr/b?c ! n° 5";
  const once = frenchTypography(text);
  expect(frenchTypography(once)).toBe(once);
});

test.each([
  ['<p>l&#39;aide</p>', '<p>l’aide</p>'],
  ["<p>l'<strong>aide</strong> !</p>", '<p>l’<strong>aide</strong>⎵!</p>'],
  ['<p>Santé &amp; soins ; suite</p>', '<p>Santé &amp; soins⎵; suite</p>'],
  ['<p>mot&nbsp;; &eacute; fin</p>', '<p>mot&nbsp;; &eacute; fin</p>'],
  ['<p>« <em>mot</em> »</p>', '<p>«⎵<em>mot</em>⎵»</p>'],
  ['<title>Qui ?</title>', '<title>Qui⎵?</title>'],
  ['<a title="C\'est où ?" href="/a?b=c;d">x</a>', '<a title="C’est où⎵?" href="/a?b=c;d">x</a>'],
  ['<input placeholder="Ville : Troyes" value="a : b">', '<input placeholder="Ville·: Troyes" value="a : b">'],
  ['<meta name="description" content="L\'aide : où ?">', '<meta name="description" content="L’aide·: où⎵?">'],
  ['<p data-x="a > b : c">d : e</p>', '<p data-x="a > b : c">d·: e</p>'],
])('in a page, %s becomes %s', (before, after) => {
  expect(marked(typographicHtml(before))).toBe(after);
});

test.each([
  '<meta name="viewport" content="width=device-width; initial : 1">',
  '<script>const a = b ? "l\'eau" : c !== d;</script>',
  '<style>a::before { content: "l\'eau ;" }</style>',
  '<pre><b>a</b> : b ; c</pre>',
  "<p><code>l'a ? b : c</code></p>",
  "<textarea>l'eau ?</textarea>",
  "<!-- l'eau > ici ? -->",
  "<p>a < b, l'",
])('in a page, %s stays as it is', (html) => {
  expect(typographicHtml(html)).toBe(html);
});

test('text after code, script and comments is composed again', () => {
  const html = "<code>a : b</code> l'un : <!-- l'x --> l'autre<script>l'x</script>l'eau ?";
  expect(marked(typographicHtml(html))).toBe(
    "<code>a : b</code> l’un·: <!-- l'x --> l’autre<script>l'x</script>l’eau⎵?",
  );
});

test('no tag is added, lost or moved, whatever the text says', () => {
  const html =
    '<main><h1>À savoir : 3 choses</h1><ul><li>l\'une ;<li>l\'autre !</ul><img alt="d\'ici" src="/a.png"></main>';
  const tags = (text: string) => text.match(/<\/?[a-z1-6]+/g);
  expect(tags(typographicHtml(html))).toEqual(tags(html));
});
