import { expect, test } from 'vitest';
import { pageDocument } from '../../scripts/build/page-document.ts';

const page = (main: string) =>
  `<!doctype html><html lang="fr"><head><title>ESP CLAP – Coordonnées</title><style>main > p{}</style></head><body>
  <nav><a href="/">Accueil</a></nav><main id="contenu" data-pagefind-body class="wrap">${main}</main><footer>Pied</footer></body></html>`;

test('a page is cut at its headings, with their anchors, and its title is the h1', () => {
  const html = page(
    '<h1>ESP <abbr title="a > b">CLAP</abbr></h1><p>Petite équipe.</p><h2 id="argent">L&#39;argent</h2><ul><li>75&nbsp;€</li><li>60 €</li></ul>',
  );
  expect(pageDocument('/modeles/esp-clap', html)).toEqual({
    adresse: '/modeles/esp-clap',
    titre: 'ESP CLAP',
    sections: [
      { ancre: null, titre: null, texte: 'Petite équipe.' },
      { ancre: 'argent', titre: "L'argent", texte: '75\u00a0€ 60 €' },
    ],
  });
});

test('menus, forms, drawings, scripts and hidden parts are not read, and what follows them is', () => {
  const html = page(
    '<h1>A</h1><nav><ol><li>fil</li></ol></nav><svg viewBox="0 0 1 1"><path d="M0 0" /><title>dessin</title><circle r="1"></circle></svg>' +
      '<form><label>champ</label><input name="q"></form><p hidden>caché</p><div data-pagefind-ignore><p>ignoré</p></div>' +
      '<script>if (1 < 2) alert("script")</script><!-- <p>commentaire</p> --><p>Le reste<br>est lu.</p>',
  );
  expect(pageDocument('/a', html)?.sections).toEqual([{ ancre: null, titre: null, texte: 'Le reste est lu.' }]);
});

test('two buttons side by side are two words', () => {
  const html = page('<h1>A</h1><p><a class="button" href="/a">Comparer</a><a class="button" href="/b">Choisir</a></p>');
  expect(pageDocument('/a', html)?.sections[0]?.texte).toBe('Comparer Choisir');
});

test('a page that asks not to be found, or that has no title, is left out', () => {
  expect(pageDocument('/404', '<html><body><main id="contenu"><h1>Introuvable</h1></main></body></html>')).toBeNull();
  expect(pageDocument('/vide', page('<p>Sans titre.</p>'))).toBeNull();
});
