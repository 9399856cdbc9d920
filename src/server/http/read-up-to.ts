/** The body of a request, read no further than `maxBytes`. Counts what arrives: a Content-Length may be absent or lie. */
export async function readUpTo(maxBytes: number, { headers, body }: Request): Promise<Uint8Array | 'too-long'> {
  // Unread, the rest of the body is dropped; read halfway, it would hold up the next request of the connection.
  if (Number(headers.get('content-length') ?? 0) > maxBytes) return 'too-long';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) return 'too-long';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
