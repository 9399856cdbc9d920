import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The site cannot listen where it was asked to; its message is for the person who starts it. */
export class ListenError extends Error {}

/**
 * Listens, and resolves to the address people can open.
 * @throws ListenError with one French sentence.
 */
export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ListenError(sentenceFor(error, host, port), { cause: error }));
    });
    server.listen(port, host, () => {
      const { port: real } = server.address() as AddressInfo;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${real}`);
    });
  });
}

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Le port ${port} de ${host} est déjà pris par un autre programme : arrêtez-le, ou choisissez un autre port avec PORT=${port + 1} npm start.`;
    case 'EACCES':
      return `Ce compte n’a pas le droit d’ouvrir le port ${port} : choisissez un port au-dessus de 1023 avec PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} n’est pas une adresse de cette machine : corrigez HOST.`;
    default:
      return `Le site n’a pas pu ouvrir le port ${port} de ${host} (${error.code ?? error.message}).`;
  }
}
