import { expect, test } from 'vitest';
import { pagePolicy } from '../../scripts/build/page-policy.ts';

test('the hash of an inline style is the one a browser computes', () => {
  expect(pagePolicy('<head><style>body{font-family:sans-serif}</style></head>').styles).toEqual([
    "'sha256-DLtD4n3ch6/X2ADtPrqJoehfPjEnCdZWRarE3V/e/68='",
  ]);
});

test('the same style twice is one hash, an empty style is the hash of nothing', () => {
  expect(pagePolicy('<style>a{}</style><style>a{}</style>').styles).toHaveLength(1);
  expect(pagePolicy('<style></style>').styles).toEqual(["'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"]);
});

test.each([
  ['an inline script', '<script>alert(1)</script>', 'script en ligne'],
  ['an inline module', '<script type="module">import "/a.js"</script>', 'script en ligne'],
  ['speculation rules', '<script type="speculationrules">{}</script>', 'script en ligne'],
  ['a style attribute', '<p class="a" style="color:red">a</p>', 'attribut style'],
  ['a style attribute without quotes', '<p style=color:red>a</p>', 'attribut style'],
  ['an event handler', '<button type="button" onclick="f()">a</button>', 'gestionnaire'],
  ['an upper-case event handler', '<img src="/a.png" ONERROR="f()">', 'gestionnaire'],
  ['a javascript: address', '<a href="javascript:void(0)">a</a>', 'javascript:'],
])('%s is a fault', (_, html, fault) => {
  const { faults } = pagePolicy(`<main>${html}</main>`);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});

test.each([
  ['a script file', '<script type="module" src="/_astro/a.js"></script>'],
  ['structured data', '<script type="application/ld+json">{"onclick":"a","style":"b"}</script>'],
  ['an empty script', '<script src="/a.js" defer></script>'],
  ['a comment', '<!-- <p style="a" onclick="b"> -->'],
  ['text that looks like markup', '<p data-x="a style=b onclick=c">on clique = oui</p>'],
  ['a name that only looks like a handler', '<p data-onload="a" title="onclick=b"></p>'],
  ['an address with the word in it', '<a href="/annuaire?q=javascript:a">a</a>'],
])('%s is no fault', (_, html) => {
  expect(pagePolicy(`<main>${html}</main>`).faults).toEqual([]);
});
