import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildStaffEvents } from '../support/canary-requests.ts';
import { buildEvent, type Sent } from '../support/http.ts';

/** Strings that stand for a person in every place where one can write something. */
const canary = (place: string) => `Canary-${place}`;
const person = {
  name: canary('name'),
  email: `${canary('email')}@example.com`,
  phone: canary('phone'),
};
const whole = {
  complainant: { ...person, address: canary('address'), preferredChannel: 'letter' },
  description: canary('description'),
  desiredOutcome: canary('outcome'),
  representative: { ...person, relationship: canary('relationship') },
  adjustments: [canary('adjustment')],
};

const requests: Sent[] = [
  { body: whole },
  { body: whole, headers: { 'idempotency-key': canary('key') } },
  { body: { ...whole, description: 'another' }, headers: { 'idempotency-key': canary('key') } },
  { body: { ...whole, complainant: { ...person, name: `${canary('name')}\r\nBcc: x` } } },
  { body: { ...whole, complainant: { ...person, email: canary('email') } } },
  { body: { ...whole, issueOccurredOn: canary('date') } },
  { body: { ...whole, issueOccurredOn: '2099-01-01' } },
  { body: { ...whole, [canary('unknown-name')]: canary('unknown-value') } },
  { body: { ...whole, complainant: canary('type'), adjustments: canary('type') } },
  { body: canary('body') },
  { text: `{"description":"${canary('broken')}` },
  { text: canary('large').repeat(10_000) },
  { bytes: Buffer.from(`{"description":"${canary('latin')}é"}`, 'latin1') },
  { body: whole, headers: { 'content-type': canary('type') } },
  { body: whole, headers: { 'idempotency-key': `${canary('key')} é` } },
  {
    body: whole,
    headers: { cookie: canary('cookie'), authorization: canary('token'), [canary('header')]: 'x' },
  },
  { body: whole, landlord: canary('landlord') },
  { body: whole, query: { [canary('query-name')]: canary('query') } },
];

/** A process that cannot start is said to be so at once, and not waited for. */
async function endedEarly(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`the process ended with ${code} before it answered`);
}

describe('what a function writes while it answers requests full of personal text', () => {
  const said = { out: '', err: '' };
  let statuses: unknown[] = [];

  beforeAll(async () => {
    const child = fork(join(import.meta.dirname, '../support/canary-process.ts'), {
      silent: true,
      execArgv: ['--import', join(import.meta.dirname, '../../infra/notices/markdown-modules.ts')],
    });
    const { stdout, stderr } = child;
    if (!stdout || !stderr) throw new Error('the process cannot be heard');
    const heard = Promise.all([text(stdout), text(stderr)]);
    const answered = Promise.race([once(child, 'message'), endedEarly(child)]);
    const questions = { query: { receivedAt: canary('instant'), [canary('name')]: canary('value') } };
    child.send([
      ...requests.map((sent) => buildEvent('receiveComplaint', sent)),
      buildEvent('explainDeadlines', questions),
      ...buildStaffEvents(canary, whole),
    ]);
    [statuses] = await answered;
    [said.out, said.err] = await heard;
  });

  it('comes from requests that were accepted, refused in every way, and failed', () => {
    expect([...new Set(statuses)].sort()).toEqual([
      200, 201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 500,
    ]);
    expect(statuses).toHaveLength(122);
  });

  it('holds none of it', () => {
    expect(said.out).not.toMatch(/canary-(?!process)/i);
    expect(said.out).not.toContain('example.com');
  });

  it('goes to stdout alone', () => {
    expect(said.err).toBe('');
  });

  it('is one JSON line for each answer, and one more for each fault, with registered fields only', () => {
    const lines = said.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const answered = ['level', 'message', 'request', 'route', 'status', 'milliseconds'];
    const failed = ['level', 'message', 'request', 'route', 'error', 'stack'];
    const fieldsOf = { 'request-answered': answered, 'request-failed': failed };
    for (const line of lines)
      expect(Object.keys(line)).toEqual(fieldsOf[line.message as keyof typeof fieldsOf]);
    expect(lines.filter(({ message }) => message === 'request-answered')).toHaveLength(122);
    expect(lines.filter(({ message }) => message === 'request-failed')).toHaveLength(
      statuses.filter((status) => status === 500).length,
    );
  });
});
