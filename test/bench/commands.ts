import { expectStatus, type StaffClient } from '../../infra/local/staff-client.ts';
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';
import { addressOf, gatherStaff } from '../support/staff-journey.ts';
import { promise, tell } from './figures.ts';

const handler = addressOf('leila');
const point = { definition: 'The door does not lock.', outcomeSought: 'A lock.', responsible: true };
const outcome = {
  point: 'point-1',
  finding: 'upheld',
  reasons: 'The repair was cancelled twice.',
  remedy: { text: 'A new lock and £50.' },
};

/** One complaint's life, command by command: what each is sent with. */
const life: [command: string, body: object][] = [
  ['assignment', { handler }],
  ['acknowledgement', { points: [point] }],
  ['points', { points: [point] }],
  ['contact-notes', { how: 'phone', reached: true, note: 'Spoke to them.' }],
  ['correspondence', { direction: 'in', how: 'letter', text: 'A letter came.' }],
  ['questions', { colleague: addressOf('owen'), question: 'When was it ordered?' }],
  ['prepared-extension', { newDueOn: '2027-01-28', reason: 'We wait for a report.' }],
  ['extension', { newDueOn: '2027-01-28', reason: 'We wait for a report.' }],
  ['updates', { text: 'The report is expected on Monday.' }],
  ['draft', { outcomes: [outcome, { ...outcome, point: 'point-2' }] }],
  ['actions', { description: 'Check the lock.', owner: handler, dueOn: '2027-02-17' }],
  ['correction', { received: '2026-12-23T14:00:00Z', reason: 'They phoned at two.' }],
  ['response', {}],
  ['actions/action-1/updates', { note: 'Next week.', dueOn: '2027-02-18' }],
  ['actions/action-1/completion', { evidence: 'Visited.' }],
  ['closure', { reason: 'All done.' }],
  ['reopening', { reason: 'The lock broke again.' }],
];

/** What each command of staff costs: one read of what it is decided on, one transaction, and their capacity. */
export async function benchCommands(): Promise<void> {
  const stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  try {
    const { leila } = await gatherStaff(stack);
    const { reference } = await stack.accepted('day-zero');
    await stack.moveClock('2026-12-30T10:00:00Z');
    for (const [command, body] of life) await measure(stack, leila, reference, command, body);
  } finally {
    await stack.stop();
  }
}

async function measure(
  stack: JourneyStack,
  client: StaffClient,
  reference: string,
  command: string,
  body: object,
): Promise<void> {
  await stack.settle();
  const read = await client.get(`/staff/complaints/${reference}`);
  const etag = read.headers.get('etag') ?? '';
  const before = stack.calls().length;
  const path = `/staff/complaints/${reference}/${command}`;
  await expectStatus(await client.send('POST', path, body, { 'if-match': etag }), 200);
  const calls = stack
    .calls()
    .slice(before)
    .filter((call) => call.function === 'staff-api')
    // what a function has not read of the calendar for five minutes it reads first
    .filter(({ operation }) => operation !== 'Query');
  promise(
    `calls of ${command}`,
    calls.map(({ operation }) => operation),
    ['BatchGetItem', 'TransactWriteItems'],
  );
  const sum = (kind: 'read' | 'write') => calls.reduce((units, call) => units + call[kind], 0);
  tell(`read and write units of ${command}`, `${sum('read')} and ${sum('write')}`);
}
