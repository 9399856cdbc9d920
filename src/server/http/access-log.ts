import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Address } from './address.ts';

/**
 * One line per request, in UTC: `2026-11-22T13:40:54.560Z GET /dac 200 4.9 ms <id>`. Never the address of the person,
 * never the query string, where a commune or a name is typed, and no path but ours: anything may be typed there too.
 * The key of a group opens it to whoever reads it, so it is not written either.
 */
export function accessLine(request: IncomingMessage, response: ServerResponse, address: Address, ms: number): string {
  const isOurs = address.kind === 'page' && response.statusCode !== 404;
  const path = isOurs ? address.path.replace(groupKey, '…') : '(adresse inconnue)';
  const status = response.writableFinished ? response.statusCode : 'coupée';
  return `${new Date().toISOString()} ${request.method} ${path} ${status} ${ms.toFixed(1)} ms ${requestId(response)}`;
}

/** A fault and what it was about, under the id that the person can quote. */
export function faultLine(response: ServerResponse, error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${new Date().toISOString()} erreur ${requestId(response)} ${what}`;
}

const groupKey = /(?<=^\/choisir\/groupe\/).+/;

const requestId = (response: ServerResponse): string => String(response.getHeader('x-request-id'));
