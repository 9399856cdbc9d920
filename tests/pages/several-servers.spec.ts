import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startLibsqlServer, whyNoServer } from '../server/libsql-server.ts';
import { expect, test } from './fixtures.ts';
import { startServer } from './own-server.ts';

const run = promisify(execFile);
const pages = ['/dac?commune=10387', '/annuaire?type=dac&departement=10', '/annuaire/dac-aube'];

if (whyNoServer) test(whyNoServer, () => console.warn(whyNoServer));
else
  test('a correction accepted by another process shows within seconds on two servers, in pages that were kept too', async ({
    request,
  }, info) => {
    test.setTimeout(180_000);
    const database = await startLibsqlServer();
    const environment = { PORT: '0', SECRET_KEY_FILE: info.outputPath('cle') };
    const servers = [startServer(database.url, environment), startServer(database.url, environment)];
    const origins = await Promise.all(servers.map(({ opened }) => opened));
    const addresses = origins.flatMap((origin) => pages.map((page) => origin + page));
    const number = async (address: string) =>
      /0\d(?:\s\d\d){4}/.exec(await (await request.get(address)).text())?.[0].replaceAll(/\s/g, ' ');
    const numbers = () => Promise.all(addresses.map(number));

    // A page is kept from the second time on: then it comes with the tag of what is kept.
    for (const address of addresses.filter((each) => !each.includes('dac-aube')))
      await expect.poll(async () => (await request.get(address)).headers().etag).toBeDefined();
    expect(await numbers()).toEqual(Array(6).fill('03 25 40 80 83'));

    const correction = [
      'tests/server/directory/directory-process.ts',
      database.url,
      'correct',
      'dac-aube',
      '+33325000000',
    ];
    await run(process.execPath, correction);
    await expect.poll(numbers, { timeout: 5_000 }).toEqual(Array(6).fill('03 25 00 00 00'));

    for (const server of servers) server.child.kill('SIGTERM');
    for (const server of servers) expect((await server.ended).code).toBe(0);
    await database.stop();
  });
