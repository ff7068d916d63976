import { beforeEach, describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { addMinutes } from '../../shared/domain/london-time.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { type ImportedRow, importComplaint } from '../../shared/use-cases/import-complaint.ts';
import { person } from '../support/people.ts';
import { at, date, type LandlordId, policyOf, variantOf } from '../support/rules.ts';
import { World } from '../support/world.ts';

const importer = staffId('milo');
const people = [person('hana', { teams: ['repairs'] })];

/** A complaint to day-zero of Wednesday 2 December 2026, three weeks before it is imported. */
const row: ImportedRow = {
  id: 'CRM-1',
  channel: 'letter',
  receivedOn: date('2026-12-02'),
  complainant: { name: 'Sam Okoro', email: 'sam.okoro@example.com' },
  description: 'The lift has been out of order for three weeks.',
};
const acknowledged = { ...row, acknowledgedOn: date('2026-12-09') };
const extended = {
  ...acknowledged,
  extendedOn: date('2026-12-22'),
  extendedTo: date('2027-01-08'),
  extensionReason: 'A part is missing.',
};
const answered = {
  ...acknowledged,
  respondedOn: date('2026-12-14'),
  finding: 'partly-upheld' as const,
  reasons: 'The part came late.',
};

let world: World;
beforeEach(() => {
  world = new World('2026-12-23T15:00:00Z');
});

async function importRow(given: ImportedRow, landlord: LandlordId = 'day-zero') {
  const result = await importComplaint(world.ports, policyOf(landlord), given, importer, people, world.now);
  if (result.type === 'refused') throw new Error(`${result.column}: ${result.refusal.type}`);
  return result.complaint;
}

/** When each thing happened, and whether it is counted apart as recorded late. */
async function toldBy(given: ImportedRow, landlord?: LandlordId) {
  const { entries } = await importRow(given, landlord);
  return entries.map(({ event }) => {
    const { type, happenedAt, backdated } = { happenedAt: undefined, backdated: undefined, ...event };
    return [type, happenedAt, ...(backdated ? ['backdated'] : [])];
  });
}

function owedBy({ obligations }: Complaint) {
  return obligations.map(({ kind, dueOn, met }) => [kind, dueOn, met?.on]);
}

describe('a row that tells of a danger', () => {
  it('has staff told of it at once, and nobody else of anything', async () => {
    const { notices } = await importRow({ ...answered, hazards: ['gas'] });
    expect(notices).toMatchObject([
      {
        id: expect.stringMatching(/^urgent-complaint_\d+_team-leader$/),
        recipient: { type: 'staff', rank: 'team-leader' },
        values: { 'dangers.0.name': 'Gas' },
      },
    ]);
    const handled = await importRow({ ...acknowledged, hazards: ['gas'], handler: staffId('hana') });
    expect(handled.notices.map(({ recipient }) => recipient)).toEqual([
      { type: 'staff', rank: 'team-leader' },
      { type: 'staff', rank: 'handler', person: 'hana' },
    ]);
  });
});

describe('a row that tells of a receipt and nothing else', () => {
  it('is a complaint received then and logged now, by whoever imports it, that owes no notice', async () => {
    const { stored, entries, notices, texts, wakeAt } = await importRow(row);
    expect(entries.map(({ event, actor, at: when }) => [event.type, actor, when])).toEqual([
      ['ComplaintReceived', { type: 'staff', id: 'milo' }, '2026-12-23T15:00:00.000Z'],
    ]);
    expect(stored.complaint).toMatchObject({
      imported: true,
      receivedAt: '2026-12-02T00:00:00.000Z',
      receivedOn: '2026-12-02',
      loggedAt: '2026-12-23T15:00:00.000Z',
      status: 'received',
      points: [],
    });
    expect(owedBy(stored.complaint)).toEqual([
      ['stage-1-acknowledgement', '2026-12-09', undefined],
      ['stage-1-response', '2026-12-23', undefined],
    ]);
    expect([notices, texts]).toEqual([[], []]);
    // the first of the alerts that staff should have had, so that they are given at once
    expect(wakeAt).toBe('2026-12-04T09:00:00.000Z');
  });

  it('of an instant is of that instant', async () => {
    const { receivedOn: _, ...rest } = row;
    const { stored } = await importRow({ ...rest, receivedAt: at('2026-12-02T16:30:00Z') });
    expect(stored.complaint.receivedAt).toBe('2026-12-02T16:30:00.000Z');
  });

  it('of nobody by name has somebody find them out, unless they want to stay unknown', async () => {
    const { complainant: _, ...rest } = row;
    const kinds = async (given: ImportedRow) =>
      (await importRow(given)).stored.complaint.obligations.map(({ kind }) => kind);
    expect(await kinds(rest)).toContain('resident-information');
    expect(await kinds({ ...rest, anonymous: true })).not.toContain('resident-information');
  });
});

describe('a row that tells of an acknowledgement', () => {
  it('in time starts the answer on that day, and is counted apart as recorded late', async () => {
    const { stored } = await importRow(acknowledged);
    expect(await toldBy(acknowledged)).toEqual([
      ['ComplaintReceived', undefined],
      ['PointsAdded', '2026-12-09T00:00:00.000Z'],
      ['ComplaintAcknowledged', '2026-12-09T00:00:00.000Z', 'backdated'],
    ]);
    expect(owedBy(stored.complaint)).toEqual([
      ['stage-1-acknowledgement', '2026-12-09', '2026-12-09'],
      ['stage-1-response', '2026-12-23', undefined],
    ]);
    expect(stored.complaint.obligations[0]?.met).toMatchObject({ keptPolicy: true, backdated: true });
  });

  it('keeps what it is about and where the proof is apart, and names the row', async () => {
    const { entries, texts } = await importRow({ ...acknowledged, desiredOutcome: 'A working lift.' });
    expect(texts.map(({ text }) => text).sort()).toEqual([
      'A working lift.',
      'The lift has been out of order for three weeks.',
      'imported: CRM-1',
    ]);
    const proof = texts.find(({ text }) => text === 'imported: CRM-1');
    expect(entries.at(-1)?.event).toMatchObject({
      alreadyGiven: { how: 'letter', evidence: { id: proof?.id } },
    });
  });

  it('on the day of receipt happened at the instant of that', async () => {
    const { receivedOn: _, ...rest } = row;
    const receivedAt = at('2026-12-02T16:30:00Z');
    const told = await toldBy({ ...rest, receivedAt, acknowledgedOn: date('2026-12-02') });
    expect(told.at(-1)).toEqual(['ComplaintAcknowledged', '2026-12-02T16:30:00.000Z', 'backdated']);
  });
});

describe('a row that tells of an extension', () => {
  it('in time promises the later date', async () => {
    const { stored } = await importRow(extended);
    expect((await toldBy(extended)).slice(3)).toEqual([
      ['ExtensionRequested', '2026-12-22T00:00:00.000Z'],
      ['ExtensionTookEffect', undefined],
    ]);
    expect(owedBy(stored.complaint)).toEqual([
      ['stage-1-acknowledgement', '2026-12-09', '2026-12-09'],
      ['stage-1-response', '2027-01-08', undefined],
    ]);
  });

  it('beyond the cap says why, and how often the resident is updated', async () => {
    const beyond = { ...extended, extendedTo: date('2027-02-26') };
    const result = (given: ImportedRow) =>
      importComplaint(world.ports, policyOf('day-zero'), given, importer, people, world.now);
    expect(await result(beyond)).toMatchObject({ column: 'extendedOn', refusal: { type: 'BeyondCap' } });
    const { stored } = await importRow({ ...beyond, goodReason: 'The maker is bankrupt.', updateEvery: 10 });
    expect(owedBy(stored.complaint).slice(1)).toEqual([
      ['stage-1-response', '2027-02-26', undefined],
      ['update', '2027-01-08', undefined],
    ]);
  });
});

describe('a row that tells of an answer', () => {
  it('has every point of it decided, by whom the row says', async () => {
    const { stored } = await importRow({ ...answered, respondedBy: staffId('owen') });
    expect((await toldBy(answered)).slice(3)).toEqual([
      ['ResponseDrafted', '2026-12-14T00:00:00.000Z'],
      ['ResponseSent', '2026-12-14T00:00:00.000Z'],
    ]);
    expect(stored.complaint).toMatchObject({
      status: 'responded',
      respondedOn: '2026-12-14',
      decidedStage1: ['owen'],
      points: [{ id: 'point-1', finding: 'partly-upheld', remedy: 'none' }],
    });
  });

  it('without an acknowledgement is an answer at once', async () => {
    const { acknowledgedOn: _, ...atOnce } = answered;
    expect((await toldBy(atOnce)).map(([type]) => type)).toEqual([
      'ComplaintReceived',
      'PointsAdded',
      'ResponseDrafted',
      'ResponseSent',
    ]);
  });

  it('is refused where the policy wants every answer approved first', async () => {
    const policy = { landlord: 'day-zero', versions: [variantOf('day-zero', { review: 'before' })] };
    const rules = { ...world.rules, policies: new Map([['day-zero', policy]]) };
    const ports = { ...world.ports, rules };
    expect(await importComplaint(ports, policy, answered, importer, people, world.now)).toMatchObject({
      column: 'respondedOn',
      refusal: { type: 'NotApproved' },
    });
  });

  it('names the row where the policy asks what was talked over, and only there', async () => {
    const responseTo = async (landlord: LandlordId) =>
      (await importRow(answered, landlord)).entries.at(-1)?.event;
    expect(await responseTo('two-ombudsmen')).toHaveProperty('notDiscussed');
    expect(await responseTo('day-zero')).not.toHaveProperty('notDiscussed');
  });
});

describe('a row that tells of stage 2', () => {
  const atStage2 = {
    ...answered,
    escalatedOn: date('2026-12-16'),
    escalationAcknowledgedOn: date('2026-12-18'),
    respondedBy: staffId('owen'),
    handler: staffId('hana'),
  };

  it('owes its answer by its own clock, to its own handler', async () => {
    const { stored, notices } = await importRow(atStage2);
    expect((await toldBy(atStage2)).slice(5)).toEqual([
      ['EscalationRequested', '2026-12-16T00:00:00.000Z'],
      ['ComplaintAcknowledged', '2026-12-18T00:00:00.000Z'],
      ['ComplaintAssigned', undefined],
    ]);
    expect(stored.complaint).toMatchObject({
      stage: 2,
      status: 'acknowledged',
      handler: 'hana',
      team: 'repairs',
      decidedStage1: ['owen'],
    });
    expect(owedBy(stored.complaint).slice(2)).toEqual([
      ['stage-2-acknowledgement', '2026-12-23', '2026-12-18'],
      ['stage-2-response', '2027-01-20', undefined],
    ]);
    expect(notices).toEqual([]);
  });

  it('may come of a stage 1 that nobody answered', async () => {
    const late = { ...row, receivedOn: date('2026-11-02'), escalatedOn: date('2026-12-16') };
    const { stored } = await importRow(late);
    expect(stored.complaint).toMatchObject({ stage: 2, status: 'received' });
    expect(stored.complaint.stage1?.status).toBe('received');
  });

  it('is refused to a handler who decided stage 1', async () => {
    const given = { ...atStage2, respondedBy: staffId('hana') };
    expect(
      await importComplaint(world.ports, policyOf('day-zero'), given, importer, people, world.now),
    ).toEqual({
      type: 'refused',
      column: 'handler',
      refusal: { type: 'DecidedStage1', person: 'hana' },
    });
  });
});

describe('what passes after an import', () => {
  /** Stores the row and sweeps every day from now on. */
  async function live(given: ImportedRow, until: string) {
    const complaint = await importRow(given);
    await world.store.receive({ ...complaint, at: world.now, answer: undefined, importedAs: given.id });
    const { reference } = complaint.stored.complaint;
    for (let day = world.now; day < at(until); day = addMinutes(day, 24 * 60)) await world.sweep(day);
    const notices = await world.store.notices(reference);
    return notices.map(({ kind, id }) => (kind === 'missed-date-apology' ? id : kind));
  }

  it('alerts staff of the dates that had passed, and mails the resident about those alone that pass later', async () => {
    const told = await live({ ...row, receivedOn: date('2026-12-09') }, '2027-01-31T15:00:00Z');
    expect(told).toContain('alert');
    expect(told.filter((each) => each !== 'alert')).toEqual(['apology_stage-1-response_2027-01-04']);
  });
});
