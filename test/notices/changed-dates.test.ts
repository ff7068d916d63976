import { describe, expect, it } from 'vitest';
import { compose } from './compose-sample.ts';
import { lives, noticeOf } from './sample-notices.ts';

describe('a letter about dates that changed', () => {
  it('with two of them reads', () => {
    const { subject, text } = compose(noticeOf('dates-changed', lives.recounted));
    expect(subject).toBe('A date for your complaint 10000-0000Y has changed');
    expect(text).toBe(`Hello,

We told you by when you would hear from us about your complaint 10000-0000Y. That changes now, because the bank holidays that we count by have changed.

Monday 19 September 2022 is now a bank holiday (Bank Holiday for the State Funeral of Queen Elizabeth II), so it is not a working day.

What is different
-----------------

We will now acknowledge your complaint by Wednesday 21 September 2022. The date that we gave you before was Tuesday 20 September 2022.

Wednesday 21 September 2022 is 5 working days after Tuesday 13 September 2022, the day we received your complaint, not counting weekends and Bank Holiday for the State Funeral of Queen Elizabeth II (19 September).

We will now answer your complaint by Wednesday 5 October 2022. The date that we gave you before was Tuesday 4 October 2022.

Wednesday 5 October 2022 is 10 working days after Wednesday 21 September 2022, the last day for our acknowledgement, not counting weekends; if we acknowledge it sooner, this date comes forward.

You do not have to do anything.

If you need to reach us
-----------------------

Tell us if this makes things harder for you. Phone 01632 960101, or write to complaints@larkfield-homes.example or Larkfield House, 1 Orchard Row, Thornbury Vale TV1 1AA, and quote 10000-0000Y.

The Ombudsman looks at complaints about landlords, and is not part of us. You can ask the Ombudsman for advice at any time, free of charge: Housing Ombudsman Service, www.housing-ombudsman.org.uk, phone 0300 111 3000, PO Box 1484, Unit D, Preston PR2 0ET.

Larkfield Retirement Homes
`);
  });

  it('says sorry for one that is over already', () => {
    const { text } = compose(noticeOf('dates-changed', lives.recountedTooLate));
    expect(
      text,
    ).toContain(`We will now acknowledge your complaint as soon as we can. The date that we gave you before was Tuesday 5 May 2020.

The date should have been Monday 4 May 2020. That day has passed, and we are sorry that we did not keep it.

Monday 4 May 2020 is 5 working days after Monday 27 April 2020, the day we received your complaint, not counting weekends.

You do not have to do anything.`);
  });
});

describe('the date of a question', () => {
  const [toContractor, toColleague] = lives.answered.filter(({ kind }) => kind === 'question');

  it('is explained in plain words to somebody outside, with nothing of the policy', () => {
    expect(toContractor?.recipient.type).toBe('contractor');
    expect(toContractor && compose(toContractor).text).toContain(
      '\n\nThursday 7 January 2027 is 3 working days after Monday 4 January 2027, the day the question was asked, not counting weekends.\n\n',
    );
  });

  it('is explained to a colleague as staff read it', () => {
    expect(toColleague && compose(toColleague).text).toContain(
      'the day the question was asked, not counting weekends; as is our practice under 6.3 of the Code with the policy in force from Monday 1 April 2024, by calendar version 1.',
    );
  });
});
