import { describe, expect, it } from 'vitest';
import { decide } from '../../shared/domain/decide.ts';
import { type ComplaintEvent, type EventOf, eventSchema } from '../../shared/domain/events.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { instant } from '../../shared/domain/london-time.ts';
import { accepted, complaintReceived, decideReceipt, fold } from '../support/complaints.ts';
import { contextAt, date } from '../support/rules.ts';

const received = accepted(decideReceipt({ receivedAt: '2026-12-23T15:00:00Z' })).events;
const complaint = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const dueOn = date('2027-01-04');
const about = { notice: 'receipt', kind: 'receipt' };
const noon = instant('2026-12-23T12:00:00Z');

const later: ComplaintEvent[] = [
  {
    type: 'AlertGiven',
    obligation: 'stage-1-acknowledgement',
    dueOn,
    workingDays: -3,
    skipped: [],
    to: ['handler'],
  },
  { type: 'MissedDateApologised', obligation: 'stage-1-acknowledgement', dueOn },
  { type: 'NoticeAccepted', ...about, acceptedAt: noon },
  { type: 'NoticeDelivered', ...about },
  { type: 'NoticeNotDelivered', ...about, why: 'bounced', failedAt: noon },
  { type: 'NoticeNotSent', ...about, why: 'withheld' },
];

describe('what cannot have happened is a fault', () => {
  it('a complaint that is received twice', () => {
    expect(() => fold([...received, ...received])).toThrow(
      `complaint ${complaint.reference} cannot be received`,
    );
  });

  it.each(later)('anything before the receipt: $type', (event) => {
    expect(() => evolve(undefined, event)).toThrow(`${event.type} cannot happen before ComplaintReceived`);
  });

  it.each(later.slice(0, 2))('$type about an obligation that is not owed', (event) => {
    const unknown = { ...event, obligation: 'stage-9-miracle' } as ComplaintEvent;
    expect(() => evolve(complaint, unknown)).toThrow('has no obligation stage-9-miracle');
  });

  it('a command about a complaint that does not exist', () => {
    const nobody = undefined as unknown as typeof complaint;
    expect(() => decide(nobody, { type: 'TimePassed' }, contextAt('2027-01-04T09:00:00Z'))).toThrow(
      'TimePassed needs a complaint',
    );
  });
});

describe('an event changes', () => {
  const [alert, apology, accept, deliver, bounce] = later;

  it('one obligation and no other, by an alert and by an apology', () => {
    const after = fold(
      [alert, apology].filter((each) => each !== undefined),
      complaint,
    );
    const [acknowledgement, response] = complaint.obligations;
    expect(after).toEqual({
      ...complaint,
      eventCount: 3,
      obligations: [
        {
          ...acknowledgement,
          alerted: [{ dueOn, workingDays: -3, heard: { handler: -3 } }],
          apologisedFor: [dueOn],
        },
        response,
      ],
    });
  });

  it('the highest rung of a date, and the highest that each rank heard', () => {
    const later = { ...(alert as EventOf<'AlertGiven'>), workingDays: 3, to: ['manager' as const] };
    const other = { ...later, dueOn: date('2027-01-06'), workingDays: -1 };
    const [acknowledgement] = fold([alert as ComplaintEvent, later, other], complaint).obligations;
    expect(acknowledgement?.alerted).toEqual([
      { dueOn, workingDays: 3, heard: { handler: -3, manager: 3 } },
      { dueOn: '2027-01-06', workingDays: -1, heard: { manager: -1 } },
    ]);
  });

  it('nothing but the count of events, where SES took a notice', () => {
    expect(evolve(complaint, accept as ComplaintEvent)).toEqual({ ...complaint, eventCount: 2 });
  });

  it('whether the resident was reached, where a notice bounced or came through', () => {
    const unreached = evolve(complaint, bounce as ComplaintEvent);
    expect(unreached).toEqual({ ...complaint, eventCount: 2, revision: 2, residentUnreached: true });
    expect(evolve(unreached, deliver as ComplaintEvent)).toEqual({
      ...complaint,
      eventCount: 3,
      revision: 2,
    });
  });

  it('never the state it happened to', () => {
    const before = structuredClone(complaint);
    for (const event of later) evolve(complaint, event);
    expect(complaint).toEqual(before);
  });
});

describe('an event as it is kept', () => {
  it.each([...received, ...later])('$type is what its schema says', (event) => {
    expect(eventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it.each<[string, (event: Record<string, unknown>) => void]>([
    [
      'a reference whose check character is wrong',
      (event) => Object.assign(event, { reference: '00000-00001' }),
    ],
    [
      'an instant without milliseconds',
      (event) => Object.assign(event, { receivedAt: '2026-12-23T15:00:00Z' }),
    ],
    ['a day that does not exist', (event) => Object.assign(event, { receivedOn: '2026-02-30' })],
    ['a field too many', (event) => Object.assign(event, { description: 'my roof leaks' })],
    ['a name that is no event', (event) => Object.assign(event, { type: 'ComplaintForgotten' })],
  ])('is refused with %s', (_, spoil) => {
    const event: Record<string, unknown> = structuredClone({ ...received[0] });
    expect(eventSchema.safeParse(event).success).toBe(true);
    spoil(event);
    expect(eventSchema.safeParse(event).success).toBe(false);
  });
});
