import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StartRefusal } from '#domain/site/start-refusal.ts';
import { StartError } from '../start-error.ts';

/**
 * Listens, and resolves to the address people can open.
 * @throws StartError
 */
export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new StartError(refusalFor(error, host, port), { cause: error }));
    });
    server.listen(port, host, () => {
      const { port: real } = server.address() as AddressInfo;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${real}`);
    });
  });
}

function refusalFor(error: NodeJS.ErrnoException, hote: string, port: number): StartRefusal {
  switch (error.code) {
    case 'EADDRINUSE':
      return { code: 'PORT_PRIS', hote, port };
    case 'EACCES':
      return { code: 'PORT_INTERDIT', hote, port };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return { code: 'HOTE_D_AILLEURS', hote };
    default:
      return { code: 'PORT_FERME', hote, port, cause: error.code ?? error.message };
  }
}
