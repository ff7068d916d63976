import { beforeEach, describe, expect, it } from 'vitest';
import { roles } from '../../../shared/domain/authorization.ts';
import { type Desk, manager, openDesk } from '../../support/desk.ts';
import type { Claims } from '../../support/http.ts';

/** A complaint of the old records, received on Monday 30 November 2026. */
const row = {
  id: 'CRM-1',
  channel: 'phone',
  receivedOn: '2026-11-30',
  complainant: { name: 'Sam Okoro', email: 'sam.okoro@example.com' },
  description: 'The lift has been out of order for three weeks.',
};
const acknowledged = { ...row, acknowledgedOn: '2026-12-03' };
const answered = {
  ...acknowledged,
  respondedOn: '2026-12-14',
  finding: 'upheld',
  reasons: 'The part was never ordered.',
  remedy: 'The lift is repaired.',
};

let desk: Desk;
let keys = 0;
beforeEach(async () => {
  desk = await openDesk({ now: '2026-12-23T15:00:00Z' });
});

const send = (rows: object[], { dryRun = false, staff = manager, landlord = 'day-zero' } = {}) =>
  desk.send('importComplaints', {
    staff: staff as Claims,
    landlord,
    headers: { 'idempotency-key': `import-${++keys}` },
    body: { rows, dryRun },
  });
const resultsOf = async (...given: Parameters<typeof send>) => (await send(...given)).body.results;
const resultOf = async (change: object) => (await resultsOf([{ ...row, ...change }]))?.[0];

describe('an import', () => {
  it('says in a dry run what would become of each row, and stores nothing', async () => {
    const results = await resultsOf([row, { ...row, id: 'CRM-2', receivedOn: '2027-01-04' }], {
      dryRun: true,
    });
    expect(results).toEqual([
      {
        id: 'CRM-1',
        outcome: 'would-import',
        dates: [
          { kind: 'stage-1-acknowledgement', dueOn: '2026-12-07' },
          { kind: 'stage-1-response', dueOn: '2026-12-21' },
        ],
      },
      {
        id: 'CRM-2',
        outcome: 'bad',
        errors: [
          {
            field: 'receivedOn',
            detail:
              'must not be after now, Wednesday 23 December 2026 at 15:00; record it once it has happened',
          },
        ],
      },
    ]);
    expect(desk.changes).toEqual([]);
  });

  it('stores the good rows and none of the bad ones, in the order in which they came', async () => {
    const results = await resultsOf([
      row,
      { ...row, id: 'CRM-2', channel: 'pigeon', colour: 'red' },
      { ...acknowledged, id: 'CRM-3', acknowledgedOn: '2026-12-24' },
      { ...row, id: 'CRM-4' },
    ]);
    expect(results?.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['CRM-1', 'imported'],
      ['CRM-2', 'bad'],
      ['CRM-3', 'bad'],
      ['CRM-4', 'imported'],
    ]);
    expect(results?.[1]?.errors?.map(({ field }) => field)).toEqual(['channel', 'colour']);
    expect(results?.[2]?.errors?.map(({ field }) => field)).toEqual(['acknowledgedOn']);
    const references = results?.flatMap(({ reference }) => reference ?? []);
    expect(await desk.stored()).toEqual(references);
    expect(desk.changes).toEqual(['receive', 'receive']);
  });

  it('never imports a row twice, and names what it became', async () => {
    const [first] = (await resultsOf([row])) ?? [];
    const again = { id: 'CRM-1', outcome: 'imported-already', reference: first?.reference };
    expect(await resultsOf([row])).toEqual([again]);
    expect(await resultsOf([row], { dryRun: true })).toEqual([again]);
    expect(await desk.stored()).toHaveLength(1);
  });

  it('imports two rows of one id at the same moment once', async () => {
    const results = (await resultsOf([row, row])) ?? [];
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['imported', 'imported-already']);
    expect(new Set(results.map(({ reference }) => reference)).size).toBe(1);
  });

  it('of the same id for another landlord is another complaint', async () => {
    await send([row]);
    expect((await resultsOf([row], { landlord: 'code-2024' }))?.[0]?.outcome).toBe('imported');
    expect(await desk.stored()).toHaveLength(2);
  });

  it('tells a day that staff see, by whom it was imported, and mails nobody', async () => {
    const { reference = '' } = (await resultOf(answered)) ?? {};
    const { body } = await desk.read(reference);
    expect(body).toMatchObject({
      receivedAt: '2026-11-30T00:00:00.000Z',
      status: 'responded',
      description: 'The lift has been out of order for three weeks.',
      points: [
        {
          id: 'point-1',
          definition: 'The lift has been out of order for three weeks.',
          finding: 'upheld',
          reasons: 'The part was never ordered.',
          remedy: 'The lift is repaired.',
        },
      ],
    });
    const { entries, intact } = (await desk.timeline(reference)).body;
    expect(intact).toBe(true);
    expect(entries?.map(({ type, actor }) => [type, actor])).toEqual([
      ['ComplaintReceived', 'milo'],
      ['PointsAdded', 'milo'],
      ['ComplaintAcknowledged', 'milo'],
      ['ResponseDrafted', 'milo'],
      ['ResponseSent', 'milo'],
    ]);
    expect(desk.writes.map(({ notices }) => notices)).toEqual([[]]);
    expect((await desk.send('readNotices', { staff: manager, params: { reference } })).body.notices).toEqual(
      [],
    );
  });
});

describe('a row is bad', () => {
  it.each<[string, object, { field: string; detail: string }]>([
    ['without a day of receipt', { receivedOn: undefined }, { field: 'receivedOn', detail: 'is missing' }],
    [
      'with two',
      { receivedAt: '2026-11-30T10:00:00Z' },
      { field: 'receivedAt', detail: 'must be left out where receivedOn is given' },
    ],
    [
      'that names whom it calls anonymous',
      { anonymous: true },
      { field: 'anonymous', detail: 'must be left out where complainant is given' },
    ],
    [
      'that was answered before it was acknowledged',
      { ...answered, respondedOn: '2026-12-02' },
      { field: 'respondedOn', detail: 'must not be before acknowledgedOn, 2026-12-03' },
    ],
    [
      'that was answered without a finding',
      { ...answered, finding: undefined },
      { field: 'finding', detail: 'is missing where respondedOn is given' },
    ],
    [
      'whose extension names no date',
      { ...acknowledged, extendedOn: '2026-12-10', extensionReason: 'A part is missing.' },
      { field: 'extendedTo', detail: 'is missing where extendedOn is given' },
    ],
    [
      'that was extended after its day',
      {
        ...acknowledged,
        extendedOn: '2026-12-22',
        extendedTo: '2027-01-08',
        extensionReason: 'A part is missing.',
      },
      {
        field: 'extendedOn',
        detail:
          'An extension had to be given by the end of Thursday 17 December 2026, which is over. Answer as soon as you can, and agree with the resident when to update them until then.',
      },
    ],
    [
      'whose extension ends on a Saturday',
      {
        ...acknowledged,
        extendedOn: '2026-12-10',
        extendedTo: '2027-01-09',
        extensionReason: 'A part is missing.',
      },
      { field: 'extendedTo', detail: 'must be a working day; the last one before it is 2027-01-08' },
    ],
    [
      'that asked for stage 2 while stage 1 had time',
      { ...acknowledged, escalatedOn: '2026-12-15' },
      { field: 'escalatedOn', detail: expect.stringContaining('Thursday 17 December 2026') },
    ],
    [
      'whose handler nobody knows',
      { handler: 'nobody' },
      {
        field: 'handler',
        detail: 'nobody is not in the staff register; an administrator can add them',
      },
    ],
    [
      'whose handler decided stage 1 of what is at stage 2',
      { ...answered, respondedBy: 'hana', escalatedOn: '2026-12-21', handler: 'hana' },
      { field: 'handler', detail: expect.stringContaining('hana') },
    ],
    [
      'whose issue is later than the complaint',
      { issueOccurredOn: '2026-12-01' },
      {
        field: 'issueOccurredOn',
        detail: 'must not be after 2026-11-30, the day the complaint was received',
      },
    ],
    [
      'that is to come',
      { receivedOn: undefined, receivedAt: '2027-12-01T10:00:00Z' },
      { field: 'receivedAt', detail: expect.stringContaining('must not be after now') },
    ],
    [
      'of a survey in which nobody chose to complain',
      { channel: 'survey' },
      { field: 'chosenOn', detail: expect.stringContaining('is missing') },
    ],
  ])('%s', async (_, change, error) => {
    expect(await resultOf(change)).toEqual({ id: 'CRM-1', outcome: 'bad', errors: [error] });
    expect(await desk.stored()).toEqual([]);
  });
});

describe('an import is refused', () => {
  it('to everybody but managers and senior leads', async () => {
    const may: string[] = [];
    for (const role of roles) {
      const staff = { id: `by-${role}`, roles: [role], landlords: ['day-zero'] };
      if ((await send([row], { staff, dryRun: true })).status === 200) may.push(role);
    }
    expect(may).toEqual(['manager', 'senior-lead']);
  });

  it('for a landlord whom one does not serve, or who is not served', async () => {
    expect((await send([row], { landlord: 'two-ombudsmen' })).status).toBe(403);
    const staff = { id: 'vera', roles: ['manager'], landlords: ['two-ombudsmen'] };
    expect((await send([row], { landlord: 'two-ombudsmen', staff })).body.type).toBe(
      '/problems/unknown-landlord',
    );
  });

  it.each([
    ['no rows', { rows: [], dryRun: true }, 'rows'],
    ['26 rows', { rows: Array(26).fill(row), dryRun: true }, 'rows'],
    ['a row that is none', { rows: ['CRM-1'], dryRun: true }, 'rows.0'],
    ['no word whether it is a dry run', { rows: [row] }, 'dryRun'],
  ])('with %s', async (_, body, field) => {
    const headers = { 'idempotency-key': 'a-key' };
    const answer = await desk.send('importComplaints', { staff: manager, headers, body });
    expect([answer.status, answer.body.errors?.map((error) => error.field)]).toEqual([400, [field]]);
  });

  it('without an Idempotency-Key', async () => {
    const body = { rows: [row], dryRun: true };
    expect((await desk.send('importComplaints', { staff: manager, body })).status).toBe(428);
  });
});
