import type { ServerResponse } from 'node:http';

export interface HttpAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer | string;
}

/** Answers of API Gateway itself. */
export function ownAnswer(status: number, message: string): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}

export const internalServerError = ownAnswer(500, 'Internal Server Error');

/** What a function returned, as API Gateway's payload format 2.0 understands it. */
export function readAnswer(payload: string): HttpAnswer {
  const returned: unknown = JSON.parse(payload);
  if (typeof returned !== 'object' || returned === null || !('statusCode' in returned)) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: payload };
  }
  const { statusCode, headers, cookies, body, isBase64Encoded }: Record<string, unknown> = { ...returned };
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return internalServerError;
  if (body !== undefined && body !== null && typeof body !== 'string') return internalServerError;
  return {
    status,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...readHeaders(headers), ...readCookies(cookies) },
    body: isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

function readHeaders(headers: unknown): Record<string, string> {
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

function readCookies(cookies: unknown): Record<string, string[]> {
  return Array.isArray(cookies) ? { 'set-cookie': cookies.map(String) } : {};
}

export function writeAnswer(
  response: ServerResponse,
  { status, headers, body }: HttpAnswer,
  now: number,
): void {
  response.sendDate = false;
  const bodyAllowed = status !== 204 && status !== 304;
  response.writeHead(status, {
    date: new Date(now).toUTCString(),
    ...headers,
    ...(bodyAllowed ? { 'content-length': Buffer.byteLength(body) } : {}),
  });
  response.end(bodyAllowed ? body : undefined);
}
