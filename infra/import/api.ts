import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { importAnswer, type RowResultBody } from '../../shared/contracts/imports.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Why an import cannot go on, in words for whoever runs it. */
export class CannotGoOn extends Error {
  override name = 'CannotGoOn';
}

export interface ImportApi {
  landlord: string;
  /** what became of each row, or would */
  send(rows: readonly object[], dryRun: boolean): Promise<RowResultBody[]>;
}

interface Options {
  url: string;
  landlord: string | undefined;
  token: string | undefined;
  fetch: Fetch;
  /** waits so many milliseconds before a request is sent again */
  wait: (milliseconds: number) => Promise<unknown>;
  /** aborted once nothing is to be tried again */
  stop: AbortSignal;
}

const attempts = 5;
const longestRequestMs = 60_000;
const again = [408, 429, 500, 502, 503, 504];

/** Signs in, and knows whose complaints are imported. */
export async function openApi({ url, landlord, token, fetch, wait, stop }: Options): Promise<ImportApi> {
  const whose = landlord ?? (token === undefined ? 'day-zero' : onlyLandlordOf(token));
  const post = (path: string, body: object, headers: Record<string, string>) =>
    persist(() => fetch(`${url}${path}`, request(body, headers)), { url, wait, stop });
  const bearer = token ?? (await askLocally(url, whose, post));
  return {
    landlord: whose,
    send: async (rows, dryRun) => {
      const response = await post(
        `/staff/landlords/${encodeURIComponent(whose)}/imports`,
        { rows, dryRun },
        { authorization: `Bearer ${bearer}`, 'idempotency-key': randomUUID() },
      );
      return readResults(response, rows.length);
    },
  };
}

function request(body: object, headers: Record<string, string>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(longestRequestMs),
  };
}

/** A row is imported once however often it is sent, so that whatever went wrong may be tried again. */
async function persist(
  send: () => Promise<Response>,
  { url, wait, stop }: Pick<Options, 'url' | 'wait' | 'stop'>,
): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await send().catch((error: unknown) => reasonOf(error));
    if (answer instanceof Response && !again.includes(answer.status)) return answer;
    const why = answer instanceof Response ? `answered ${answer.status}` : `cannot be reached: ${answer}`;
    if (attempt === attempts || stop.aborted) throw new CannotGoOn(`${url} ${why}, tried ${attempt} times.`);
    await wait(250 * 2 ** attempt);
  }
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  const code = (cause as { code?: string } | undefined)?.code;
  return code ?? message;
}

const claims = z.object({ landlords: z.array(z.string()) });

function onlyLandlordOf(token: string): string {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  const named = safely(() => claims.parse(JSON.parse(payload)).landlords) ?? [];
  const [only, ...more] = named;
  if (only !== undefined && more.length === 0) return only;
  const known = named.length > 0 ? `: ${named.join(', ')}` : '';
  throw new CannotGoOn(`Say with --landlord whose complaints they are${known}.`);
}

function safely<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const local = ['localhost', '127.0.0.1', '[::1]'];

async function askLocally(
  url: string,
  landlord: string,
  post: (path: string, body: object, headers: Record<string, string>) => Promise<Response>,
): Promise<string> {
  if (!local.includes(new URL(url).hostname))
    throw new CannotGoOn('Put your token into REDRESS_TOKEN: only the local stack makes one itself.');
  const member = { name: 'Import', email: `import@${landlord}.example`, roles: ['manager'] };
  const response = await post('/_local/tokens', { ...member, landlords: [landlord] }, {});
  const issued = z.safeParse(z.object({ token: z.string() }), await response.json().catch(() => undefined));
  if (issued.success) return issued.data.token;
  throw new CannotGoOn(`${url} is no local stack, so put your token into REDRESS_TOKEN.`);
}

const problem = z.object({ detail: z.string() });

async function readResults(response: Response, count: number): Promise<RowResultBody[]> {
  const text = await response.text();
  const body = safely<unknown>(() => JSON.parse(text));
  if (response.status === 401)
    throw new CannotGoOn('You are not signed in: the token in REDRESS_TOKEN is wrong or no longer valid.');
  const answer = z.safeParse(importAnswer, body);
  if (response.ok && answer.success && answer.data.results.length === count) return answer.data.results;
  const told = z.safeParse(problem, body);
  const detail = told.success ? told.data.detail : text.slice(0, 200);
  if (response.status === 403) throw new CannotGoOn(`You may not import: ${detail}`);
  throw new CannotGoOn(`It answered ${response.status}: ${detail}`);
}
