import type { IncomingMessage } from 'node:http';

/** The API's limit for a body, in bytes. */
const largestBody = 256 * 1024;

/**
 * Reads a body of the API whole, and leaves it where the adapter takes it (`request.body`).
 * Returns false when it passes the limit, announced by Content-Length or found while reading.
 */
export async function readBody(request: IncomingMessage & { body?: Buffer }): Promise<boolean> {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return false;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return false;
    chunks.push(chunk);
  }
  request.body = Buffer.concat(chunks);
  return true;
}
