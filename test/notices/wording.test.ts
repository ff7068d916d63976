import { describe, expect, it } from 'vitest';
import { type NoticeOwed, noticeKinds } from '../../shared/domain/notices.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import { placeholdersOf } from '../../shared/notices/render.ts';
import { templates } from '../../shared/notices/templates.ts';
import { ombudsmenOf } from '../../shared/use-cases/rules.ts';
import { accepted, complaintReceived, decideReceipt, sample, whenTimePasses } from '../support/complaints.ts';
import { contextAt, date, rules } from '../support/rules.ts';

const receivedAt = '2026-12-23T15:00:00Z';
const complaint = complaintReceived({ receivedAt });
const { policy } = contextAt(receivedAt);

const [receipt] = accepted(decideReceipt({ receivedAt })).notices;
const [reminder] = whenTimePasses(complaint, '2026-12-29T09:00:00Z').notices;
const missed = whenTimePasses(
  whenTimePasses(complaint, '2027-01-04T09:00:00Z').complaint,
  '2027-01-05T12:00:00Z',
);
const apology = missed.notices.find(({ kind }) => kind === 'missed-date-apology');
const byPhone = complaintReceived({ receivedAt, reachableByEmail: false });
const escalation = whenTimePasses(
  whenTimePasses(byPhone, '2026-12-31T09:00:00Z').complaint,
  '2027-01-05T09:00:00Z',
).notices.at(-1);

function compose(notice: NoticeOwed | undefined) {
  if (!notice) throw new Error('there is no such notice');
  return composeNotice(notice, sample, policy, ombudsmenOf(rules, policy, date('2027-01-05')));
}

describe('the wording that ships', () => {
  it.each(noticeKinds)('of the %s asks for nothing that it is not given', (kind) => {
    const notice = [receipt, reminder, apology].find((each) => each?.kind === kind);
    const common = [
      'reference',
      'landlordName',
      'landlordEmail',
      'landlordPhone',
      'landlordAddress',
      'ombudsman',
    ];
    const given = new Set([...common, ...Object.keys(notice?.values ?? {})]);
    expect(placeholdersOf(templates[kind]).filter((name) => !given.has(name))).toEqual([]);
    expect(compose(notice).text).not.toMatch(/\{\{|\}\}|undefined/);
    expect(compose(notice).html).not.toMatch(/\{\{|\}\}|undefined/);
  });

  it('uses every value that a notice gives', () => {
    for (const notice of [receipt, reminder, apology]) {
      if (!notice) throw new Error('there is no such notice');
      const asked = placeholdersOf(templates[notice.kind]);
      expect(Object.keys(notice.values).filter((name) => !asked.includes(name))).toEqual([]);
    }
  });
});

describe('a receipt', () => {
  it('reads', () => {
    const { subject, text } = compose(receipt);
    expect(subject).toBe('We have your complaint 10000-0000Y');
    expect(text).toBe(`Hello,

We received your complaint on Wednesday 23 December 2026. Its reference is 10000-0000Y. Please keep it and quote it when you contact us.

This message is sent automatically. A person will read your complaint and write to you.

What happens next
-----------------

- By Monday 4 January 2027 we will acknowledge your complaint: we will tell you how we understand it and who is dealing with it.
- By Monday 18 January 2027 we will answer it.

How we worked out these dates
-----------------------------

Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).

Monday 18 January 2027 is 10 working days after Monday 4 January 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.

If you need to reach us
-----------------------

Phone 01632 960101, or write to complaints@larkfield-homes.example or Larkfield House, 1 Orchard Row, Thornbury Vale TV1 1AA. Tell us if you would like our letters in another format or language, or if something would make this easier for you.

You can ask the Ombudsman for advice at any time, free of charge: Housing Ombudsman Service, www.housing-ombudsman.org.uk, phone 0300 111 3000, PO Box 1484, Unit D, Preston PR2 0ET.

Larkfield Retirement Homes
`);
  });
});

describe('an alert', () => {
  it('that reminds a handler reads', () => {
    const { subject, text } = compose(reminder);
    expect(subject).toBe('10000-0000Y: Acknowledge the complaint, due in 3 working days');
    expect(
      text,
    ).toBe(`Acknowledge the complaint by Monday 4 January 2027. Complaint 10000-0000Y to Larkfield Retirement Homes is due in 3 working days.

Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received the complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).

You receive this as handler for complaints. It comes once for each step before and after the due date, and stops when the task is done.
`);
  });

  it('that a manager gets after a silence, about someone without email, reads', () => {
    const { subject, text } = compose(escalation);
    expect(subject).toBe('10000-0000Y: Acknowledge the complaint, 1 working day overdue');
    expect(text.split('\n\n').slice(2, 4)).toEqual([
      'The resident is not to be emailed: tell them by phone or post.',
      'It also stands for alerts that could not be sent in time: the day it was due.',
    ]);
    expect(text).toContain('You receive this as manager for complaints.');
  });
});

describe('an apology', () => {
  it('reads', () => {
    const { subject, text } = compose(apology);
    expect(subject).toBe('We are sorry: we missed a date for your complaint 10000-0000Y');
    expect(text).toBe(`Hello,

We promised to acknowledge your complaint by Monday 4 January 2027, and we did not. We are sorry.

Your complaint is still open, and the people responsible for it have been told that we are late.

You do not have to wait for us. You can ask the Ombudsman for advice or help now, free of charge: Housing Ombudsman Service, www.housing-ombudsman.org.uk, phone 0300 111 3000, PO Box 1484, Unit D, Preston PR2 0ET.

How we had worked out the date
------------------------------

Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).

If you need to reach us
-----------------------

Phone 01632 960101, or write to complaints@larkfield-homes.example or Larkfield House, 1 Orchard Row, Thornbury Vale TV1 1AA, and quote 10000-0000Y.

Larkfield Retirement Homes
`);
  });
});

describe('where a landlord answers to two Ombudsmen', () => {
  it('both are named', () => {
    const [ombudsman] = ombudsmenOf(rules, policy, date('2027-01-05'));
    if (!ombudsman || !apology) throw new Error('nothing to compose');
    const other = { ...ombudsman, name: 'Local Government Ombudsman', phone: '0300 061 0614' };
    expect(composeNotice(apology, sample, policy, [ombudsman, other]).text).toContain(
      'Preston PR2 0ET; or Local Government Ombudsman, www.housing-ombudsman.org.uk, phone 0300 061 0614',
    );
  });
});
