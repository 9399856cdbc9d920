import { spawn } from 'node:child_process';

type Ended = { readonly code: number | null; readonly output: string };

/** The server as `npm start` runs it, on a database of its own. */
export function startServer(databaseUrl: string, environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['scripts/serve.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, ...environment },
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
  return { child, opened, ended, output: () => output };
}
