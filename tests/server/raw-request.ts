import { connect, type Socket } from 'node:net';

/** A connection on which a test writes what no client library would. */
export function openSocket(port: number): { socket: Socket; received: () => string; closed: Promise<void> } {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { socket, received: () => text, closed };
}

/** Writes one request as it stands and returns all that comes back before the server closes. */
export async function rawRequest(port: number, text: string): Promise<string> {
  const { socket, received, closed } = openSocket(port);
  socket.write(text, 'latin1');
  await closed;
  return received();
}

/** `GET target`, where `target` is sent as it stands, without any normalisation. */
export const rawGet = (port: number, target: string): Promise<string> =>
  rawRequest(port, `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
