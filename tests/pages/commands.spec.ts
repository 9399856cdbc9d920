import { spawn } from 'node:child_process';
import { expect, test } from './fixtures.ts';

type Ended = { readonly code: number | null; readonly output: string };

/** The server as `npm start` runs it, on a database of its own. */
function startServer(database: string, environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['scripts/serve.ts'], {
    env: { ...process.env, DATABASE_URL: `file:${database}`, ...environment },
  });
  let output = '';
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output })));
  const opened = new Promise<string>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (origin !== undefined) resolve(origin);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  return { child, opened, ended };
}

test('a port that is taken is told in one French sentence, and the command ends with 1', async ({ baseURL }, info) => {
  const { port } = new URL(baseURL ?? '');
  const { code, output } = await startServer(info.outputPath('pris.db'), { PORT: port }).ended;
  expect(code).toBe(1);
  expect(output).toContain(`Le port ${port} de 127.0.0.1 est déjà pris par un autre programme`);
  expect(output).not.toMatch(/\n\s+at /);
});

test('a new database is made and filled, the log holds nothing typed, SIGTERM ends with 0', async ({
  request,
}, info) => {
  const server = startServer(info.outputPath('neuve/neuve.db'), { PORT: '0', ACCESS_LOG: '1' });
  const response = await request.get(`${await server.opened}/dac?commune=10387`);
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toBe('public, max-age=300');
  server.child.kill('SIGTERM');
  const { code, output } = await server.ended;
  expect(code).toBe(0);
  expect(output).toMatch(/GET \/dac 200/);
  expect(output).not.toContain('10387');
});
