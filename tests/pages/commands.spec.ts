import { expect, test } from './fixtures.ts';
import { startServer } from './own-server.ts';

test('a port that is taken is told in one French sentence, and the command ends with 1', async ({ baseURL }, info) => {
  const { port } = new URL(baseURL ?? '');
  const { code, output } = await startServer(`file:${info.outputPath('pris.db')}`, { PORT: port }).ended;
  expect(code).toBe(1);
  expect(output).toContain(`Le port ${port} de 127.0.0.1 est déjà pris par un autre programme`);
  expect(output).not.toMatch(/\n\s+at /);
});

test('a new database is made and filled, the log holds nothing typed, SIGTERM ends with 0', async ({
  request,
}, info) => {
  const server = startServer(`file:${info.outputPath('neuve/neuve.db')}`, { PORT: '0', ACCESS_LOG: '1' });
  const response = await request.get(`${await server.opened}/dac?commune=10387`);
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toBe('public, max-age=300');
  server.child.kill('SIGTERM');
  const { code, output } = await server.ended;
  expect(code).toBe(0);
  expect(output).toMatch(/GET \/dac 200/);
  expect(output).not.toContain('10387');
});

test('no daily job is waited for: the site opens first, then each is done and told', async () => {
  const server = startServer(`file:${test.info().outputPath('travaux.db')}`, { PORT: '0' });
  await server.opened;
  await expect.poll(() => server.output().match(/Travail quotidien « [a-z-]+ » : fait en/g)?.length).toBe(4);
  server.child.kill('SIGTERM');
  const { code, output } = await server.ended;
  expect(code).toBe(0);
  expect(output.indexOf('est ouvert à l’adresse')).toBeLessThan(output.indexOf('Travail quotidien'));
});
