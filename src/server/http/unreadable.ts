import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Answers what is not even a request (broken HTTP, headers too large or too slow), then closes: no `ServerResponse`
 * exists at that point, so the answer and its security headers are written by hand.
 */
export function refuseUnreadable(headers: Iterable<readonly [string, string]>, sentence: string) {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = statusByCode[error.code ?? ''] ?? 400;
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}content-type: text/plain; charset=utf-8\r\n` +
        `connection: close\r\n\r\n${sentence}\n`,
    );
  };
}

const statusByCode: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};
