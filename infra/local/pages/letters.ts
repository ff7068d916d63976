import * as z from 'zod/mini';
import type { HttpAnswer } from '../http-answer.ts';
import { createStaffClient, type StaffClient } from '../staff-client.ts';
import { html, page } from './layout.ts';

/** What these pages ask the API: as a manager of every landlord, with a token of the local issuer. */
export interface LetterPageParts {
  url: string;
  landlords: readonly string[];
}

const waiting = z.object({ id: z.string(), name: z.string(), address: z.optional(z.string()) });
const lettersAnswer = z.object({ letters: z.array(z.extend(waiting, { postBy: z.string() })) });
const callsAnswer = z.object({
  calls: z.array(z.extend(waiting, { callBy: z.string(), phone: z.optional(z.string()) })),
});
const letterAnswer = z.object({ html: z.string() });

const letterAddress = /^\/letters\/([a-z0-9-]+)\/([\w-]+)$/;

/**
 * `/letters`: what waits for somebody's hand, and each of it to print or to read out. Undefined for any other path.
 */
export async function serveLetters(
  { url, landlords }: LetterPageParts,
  method: string,
  path: string,
): Promise<HttpAnswer | undefined> {
  const [, landlord, id] = letterAddress.exec(path) ?? [];
  if (method !== 'GET' || (path !== '/letters' && id === undefined)) return undefined;
  const client = createStaffClient(
    { request: (to, init) => fetch(`${url}${to}`, init) },
    { name: 'Local stack', email: 'local-stack@example.com', roles: ['manager'], landlords },
  );
  return landlord && id ? letterPage(client, landlord, id) : listPage(client, landlords);
}

async function listPage(client: StaffClient, landlords: readonly string[]): Promise<HttpAnswer> {
  const rows = await Promise.all(landlords.map((landlord) => rowsOf(client, landlord)));
  const table = html`<table>
<caption>The first page of each landlord, what is to be given first coming first</caption>
<thead><tr><th scope="col">Letter or call</th><th scope="col">To</th><th scope="col">By</th><th scope="col">Landlord</th></tr></thead>
<tbody>
${rows.flat()}</tbody>
</table>`;
  return page(
    'Letters and calls – Redress',
    html`<h1>Letters and calls</h1>
<p>What residents are owed who are not reached by email, and what waits for somebody to post it or to phone.
Staff say what they posted with <code>POST /staff/landlords/{landlord}/letters/{id}/posting</code>, and note a call with
<code>POST /staff/complaints/{reference}/contact-notes</code>, whose <code>obligation</code> is the one that
<code>GET /staff/landlords/{landlord}/calls</code> names. A call counts once it reached them.</p>
${rows.flat().length === 0 ? html`<p>Nothing waits.</p>` : table}
<p><a href="/">Start page</a></p>`,
  );
}

async function rowsOf(client: StaffClient, landlord: string) {
  const [letters, calls] = await Promise.all(
    ['letters', 'calls'].map(async (list) => {
      const answer = await client.get(`/staff/landlords/${landlord}/${list}`);
      return answer.ok ? answer.json() : { [list]: [] };
    }),
  );
  const row = (id: string, what: string, to: (string | undefined)[], by: string) => html`<tr>
<td><a href="/letters/${landlord}/${id}">${what} ${id}</a></td>
<td>${to.filter((each) => each !== undefined).join(', ')}</td>
<td>${by}</td>
<td>${landlord}</td>
</tr>
`;
  return [
    ...lettersAnswer
      .parse(letters)
      .letters.map(({ id, name, address, postBy }) => row(id, 'Letter', [name, address], postBy)),
    ...callsAnswer
      .parse(calls)
      .calls.map(({ id, name, phone, callBy }) => row(id, 'Call', [name, phone], callBy)),
  ];
}

/** As it is printed: the page is the letter itself. */
async function letterPage(client: StaffClient, landlord: string, id: string): Promise<HttpAnswer> {
  const answer = await client.get(`/staff/landlords/${landlord}/letters/${id}`);
  if (!answer.ok)
    return page(
      'No such letter – Redress',
      html`<h1>No such letter</h1>
<p>No letter or call of that number is known. <a href="/letters">Letters and calls</a></p>`,
      404,
    );
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
    body: letterAnswer.parse(await answer.json()).html,
  };
}
