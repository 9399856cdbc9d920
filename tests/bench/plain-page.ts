/** The anchor of rows 3 and 5: a text page, and an answer, by node:http alone. Prints its port. */
import { createServer } from 'node:http';

const paragraphs = Array.from(
  { length: 20 },
  () => '<p>Une page de texte simple, sans style, sans image et sans script, pour mesurer ce que coûte le reste.</p>',
).join('');
const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Texte</title><h1>Une page de texte</h1>${paragraphs}</html>`;

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(page);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' ? address?.port : '');
});
