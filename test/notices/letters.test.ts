import { describe, expect, it } from 'vitest';
import { composeNotice } from '../../shared/notices/compose.ts';
import { complaintReceived, sample, whenTimePasses } from '../support/complaints.ts';
import { compose, ombudsmen, policy } from './compose-sample.ts';
import { lives, noticeOf } from './sample-notices.ts';

describe('a receipt', () => {
  it('reads', () => {
    const { subject, text } = compose(noticeOf('receipt'));
    expect(subject).toBe('We have your complaint 10000-0000Y');
    expect(text).toBe(`Hello,

Thank you for telling us. We received your complaint on Wednesday 23 December 2026. Its reference is 10000-0000Y. Please keep it and quote it when you contact us.

This message was sent by a computer. A person will read your complaint and write to you.

What happens next
-----------------

- By Monday 4 January 2027 we will acknowledge your complaint. We will tell you how we understand it, who is dealing with it and when we will answer.
- By Monday 18 January 2027 we will answer it.

How we worked out these dates
-----------------------------

Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received your complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January).

Monday 18 January 2027 is 10 working days after Monday 4 January 2027, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.

If you need to reach us
-----------------------

Phone 01632 960101, or write to complaints@larkfield-homes.example or Larkfield House, 1 Orchard Row, Thornbury Vale TV1 1AA.

We can write to you in large print, in another format or in another language. Tell us if that would help, or if anything else would.

The Ombudsman looks at complaints about landlords, and is not part of us. You can ask the Ombudsman for advice at any time, free of charge: Housing Ombudsman Service, www.housing-ombudsman.org.uk, phone 0300 111 3000, PO Box 1484, Unit D, Preston PR2 0ET.

Larkfield Retirement Homes
`);
  });
});

describe('a response', () => {
  it('with two points and an action reads', () => {
    const { subject, text } = compose(noticeOf('response'));
    expect(subject).toBe('Our stage 1 answer to your complaint 10000-0000Y');
    expect(text).toBe(`Hello,

We have looked into your complaint 10000-0000Y. This is our answer at stage 1, the first of the two stages of our complaints process. It is dated Tuesday 12 January 2027.

What we decided, and why
------------------------

Your complaint: The lift in Block A has been broken since 1 December.

Our decision: We uphold this. That means that we agree with you.

Our reasons: Our contract promises a repair within 5 days. It took 29 days.

How we put it right: The lift was repaired on 30 December, and we will pay you £100.

Your complaint: The kerb in front of the house is too high for a wheelchair.

Our decision: We do not uphold this. That means that we do not agree with you.

Our reasons: The kerb belongs to the county council.

How we put it right: There is nothing that we need to put right.

What is still to be done
------------------------

What we will do: Pay £100 to you.

By when: Tuesday 26 January 2027

We will tell you when it is done, or if the date has to change.

If you are not happy with this answer
-------------------------------------

You can ask us to look at all of your complaint again, or at a part of it. This is stage 2. Somebody who did not decide this answer will decide it.

You do not have to tell us why. Please ask by Tuesday 9 February 2027 if you can. You can still ask after that day. Tell us if you had a reason to wait, for example that you waited to see whether what we did would put things right.

Tell anybody who works for us, phone 01632 960101, or write to complaints@larkfield-homes.example or Larkfield House, 1 Orchard Row, Thornbury Vale TV1 1AA, and quote 10000-0000Y.

The Ombudsman looks at complaints about landlords, and is not part of us. You can ask the Ombudsman for advice at any time, free of charge: Housing Ombudsman Service, www.housing-ombudsman.org.uk, phone 0300 111 3000, PO Box 1484, Unit D, Preston PR2 0ET.

Larkfield Retirement Homes
`);
  });
});

describe('an alert', () => {
  it('that reminds a handler reads', () => {
    const { subject, text } = compose(noticeOf('alert', lives.late));
    expect(subject).toBe('10000-0000Y: Acknowledge the complaint, due today');
    expect(
      text,
    ).toBe(`Acknowledge the complaint by Monday 4 January 2027. Complaint 10000-0000Y to Larkfield Retirement Homes is due today.

Monday 4 January 2027 is 5 working days after Wednesday 23 December 2026, the day we received the complaint, not counting weekends, Christmas Day (25 December), Boxing Day (28 December) and New Year’s Day (1 January); as the policy in force from Monday 1 April 2024 says under 6.2 of the Code, by calendar version 1.

You receive this as handler for complaints. It comes once for each step before and after the due date, and stops when the task is done.
`);
  });

  it('that a manager gets after a silence, about someone without email, reads', () => {
    const byPhone = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z', reachableByEmail: false });
    const told = whenTimePasses(byPhone, '2026-12-31T09:00:00Z').complaint;
    const managed = whenTimePasses(told, '2027-01-05T09:00:00Z').notices;
    const { subject, text } = compose(noticeOf('alert', managed));
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
    const { subject, text } = compose(noticeOf('missed-date-apology', lives.late));
    expect(subject).toBe('We are sorry: we missed a date for your complaint 10000-0000Y');
    expect(text).toBe(`Hello,

We promised to acknowledge your complaint by Monday 4 January 2027, and we did not. We are sorry.

We are still working on it, and will do it as soon as we can.

Your complaint is still open, and somebody senior has been told that we are late.

The Ombudsman looks at complaints about landlords, and is not part of us. You do not have to wait for us: you can ask the Ombudsman for advice or help now, free of charge: Housing Ombudsman Service, www.housing-ombudsman.org.uk, phone 0300 111 3000, PO Box 1484, Unit D, Preston PR2 0ET.

If you need to reach us
-----------------------

Tell us if the wait makes things harder for you. Phone 01632 960101, or write to complaints@larkfield-homes.example or Larkfield House, 1 Orchard Row, Thornbury Vale TV1 1AA, and quote 10000-0000Y.

Larkfield Retirement Homes
`);
  });
});

describe('where a landlord answers to two Ombudsmen', () => {
  it('both are named', () => {
    const [ombudsman] = ombudsmen;
    if (!ombudsman) throw new Error('there is no Ombudsman');
    const other = { ...ombudsman, name: 'Local Government Ombudsman', phone: '0300 061 0614' };
    expect(
      composeNotice(noticeOf('missed-date-apology', lives.late), policy, {
        reference: sample,
        ombudsmen: [ombudsman, other],
      }).text,
    ).toContain(
      'Preston PR2 0ET; or Local Government Ombudsman, www.housing-ombudsman.org.uk, phone 0300 061 0614',
    );
  });
});
