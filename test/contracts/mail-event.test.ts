import { describe, expect, it } from 'vitest';
import { describeMail, type MailEventType, mailEventForms } from '../../infra/local/mail-event-forms.ts';
import { mailEvent, readOutcome } from '../../shared/contracts/mail-event.ts';

const takenAt = '2026-12-23T15:00:02.123Z';
const happenedAt = '2026-12-23T15:07:00.456Z';
const mail = {
  messageId: 'm-1',
  from: 'Larkfield <complaints@redress.example>',
  to: ['sam.okoro@example.com'],
  subject: 'We have your complaint',
  text: '',
  html: '',
  at: takenAt,
  tags: { complaint: '10000-0000Y', notice: 'receipt', attempt: '1' },
};

const tagged = (tags: Record<string, string>) =>
  mailEvent.safeParse({
    detail: { eventType: 'Send', mail: describeMail({ ...mail, tags }, '123456789012') },
  });

function eventOf(eventType: MailEventType, change: Record<string, unknown> = {}) {
  const form = mailEventForms[eventType];
  const detail = { eventType, mail: describeMail(mail, '123456789012') };
  return { detail: { ...detail, [form.field]: form.content(mail, happenedAt), ...change } };
}

const read = (event: unknown) => readOutcome(mailEvent.parse(event).detail);

describe('an event of SES', () => {
  it.each<[MailEventType, string, string]>([
    ['Send', 'accepted', takenAt],
    ['Delivery', 'delivered', happenedAt],
    ['Bounce', 'bounced', happenedAt],
    ['Complaint', 'reported-as-spam', happenedAt],
    ['Reject', 'rejected', takenAt],
  ])('of type %s says that a mail was %s, and when; and when SES took it', (type, outcome, at) => {
    expect(read(eventOf(type))).toEqual({ outcome, at, acceptedAt: takenAt });
  });

  it.each([
    ['Permanent', 'General', 'bounced'],
    ['Permanent', 'NoEmail', 'bounced'],
    ['Permanent', 'Suppressed', 'suppressed'],
    ['Permanent', 'OnAccountSuppressionList', 'suppressed'],
    ['Permanent', 'SomethingNew', 'bounced'],
    ['Permanent', undefined, 'bounced'],
    ['Transient', 'General', 'soft-bounced'],
    ['Transient', 'MailboxFull', 'soft-bounced'],
    ['Transient', 'SomethingNew', 'soft-bounced'],
    ['Undetermined', 'Undetermined', 'bounced'],
    ['SomethingNew', 'SomethingNew', 'bounced'],
    [undefined, undefined, 'bounced'],
  ])('of a bounce that is %s and %s says that a mail was %s', (bounceType, bounceSubType, outcome) => {
    const bounce = { bounceType, bounceSubType, timestamp: happenedAt };
    expect(read(eventOf('Bounce', { bounce }))).toEqual({ outcome, at: happenedAt, acceptedAt: takenAt });
  });

  it.each<MailEventType>(['DeliveryDelay', 'Rendering Failure'])('of type %s says nothing final', (type) => {
    expect(read(eventOf(type))).toBeUndefined();
  });

  it.each(['toString', 'constructor', '__proto__', 'Open'])(
    'of the type %s says nothing final',
    (eventType) => {
      expect(read(eventOf('Send', { eventType }))).toBeUndefined();
    },
  );

  it('tells its time to the millisecond in UTC, however SES writes it', () => {
    const bounce = { timestamp: '2026-07-01T00:30:00+01:00' };
    expect(read(eventOf('Bounce', { bounce }))?.at).toBe('2026-06-30T23:30:00.000Z');
  });

  it.each([
    '2026-02-30T15:00:00Z',
    '2026-12-23',
    '2026-12-23T15:00:00',
    'yesterday',
    '',
    undefined,
    1798038000,
  ])('whose time is %j is refused', (timestamp) => {
    expect(() => read(eventOf('Bounce', { bounce: { timestamp } }))).toThrow();
    const { detail } = eventOf('Send');
    expect(() => read({ detail: { ...detail, mail: { ...detail.mail, timestamp } } })).toThrow();
  });

  it('that does not tell when it happened is refused', () => {
    expect(() => read(eventOf('Bounce', { bounce: undefined }))).toThrow('when it happened');
  });
});

describe('the tags of a mail', () => {
  it('name a notice of a complaint', () => {
    const { data } = tagged({ complaint: '10000-0000Y', notice: 'receipt', attempt: '1' });
    expect(data?.detail.mail.tags).toEqual({
      owner: { type: 'complaint', reference: '10000-0000Y' },
      id: 'receipt',
    });
  });

  it('name a notice of a landlord', () => {
    const { data } = tagged({ landlord: 'day-zero', notice: 'calendar-horizon_2028-12-31', attempt: '1' });
    expect(data?.detail.mail.tags).toEqual({
      owner: { type: 'landlord', landlord: 'day-zero' },
      id: 'calendar-horizon_2028-12-31',
    });
  });

  it('name a notice of one of the staff, whose id holds what no tag may', () => {
    const staff = Buffer.from('auth0|9').toString('base64url');
    const { data } = tagged({ staff, notice: 'digest_2027-01-04', attempt: '1' });
    expect(data?.detail.mail.tags).toEqual({
      owner: { type: 'staff', person: 'auth0|9' },
      id: 'digest_2027-01-04',
    });
  });

  it('name a notice of an enquiry', () => {
    const { data } = tagged({ enquiry: '10000-0000Y', notice: 'compliment-thanks', attempt: '1' });
    expect(data?.detail.mail.tags).toEqual({
      owner: { type: 'enquiry', reference: '10000-0000Y' },
      id: 'compliment-thanks',
    });
  });

  it.each<[string, Record<string, string>]>([
    ['a complaint and an enquiry', { complaint: '10000-0000Y', enquiry: '10000-0000Y', notice: 'receipt' }],
    ['an enquiry by what is no reference', { enquiry: '10000-0000Z', notice: 'receipt' }],
    ['a complaint and a landlord', { complaint: '10000-0000Y', landlord: 'day-zero', notice: 'receipt' }],
    ['neither a complaint nor a landlord', { notice: 'receipt' }],
    ['a complaint by what is no reference', { complaint: '10000-0000Z', notice: 'receipt' }],
    ['staff and a landlord', { staff: 'aGFuYQ', landlord: 'day-zero', notice: 'digest_2027-01-04' }],
    ['staff by what is no id', { staff: '', notice: 'digest_2027-01-04' }],
    ['a landlord without a name', { landlord: '', notice: 'receipt' }],
    ['no notice', { complaint: '10000-0000Y' }],
  ])('that name %s are refused', (_, tags) => {
    expect(tagged(tags).success).toBe(false);
  });

  it('that name two complaints are refused', () => {
    const { detail } = eventOf('Send');
    const tags = { complaint: ['10000-0000Y', '20000-0000W'], notice: ['receipt'] };
    expect(mailEvent.safeParse({ detail: { ...detail, mail: { ...detail.mail, tags } } }).success).toBe(
      false,
    );
  });
});
