import { describe, expect, it } from 'vitest';
import { calendarNotices } from './calendar-notices.ts';
import { compose } from './compose-sample.ts';
import { noticeOf } from './sample-notices.ts';

describe('what a manager is told', () => {
  it('of a list that could not be used reads', () => {
    const { subject, text } = compose(noticeOf('calendar-feed-unusable'));
    expect(subject).toBe('Bank holidays: today’s list from GOV.UK could not be used');
    expect(text).toBe(`Hello,

Every day Redress compares the bank holidays that it counts by with the list that GOV.UK publishes. Today that list could not be used.

The list from GOV.UK was not there: the answer was 503.

Nothing was changed. The dates of Larkfield Retirement Homes go on being counted by the calendar that we have, version 1. The list is tried again tomorrow.

What to do
----------

- Tell the team that runs Redress. They can find out why the list could not be used.
- Look at gov.uk/bank-holidays. If a bank holiday was announced or moved lately, tell them that too: Redress cannot notice it until the list can be used again.

You receive this as manager for complaints, once for each day on which the list cannot be used.
`);
  });

  it('of a difference reads', () => {
    const { subject, text } = compose(noticeOf('calendar-difference'));
    expect(subject).toBe('Bank holidays: GOV.UK’s list is not the one we count by');
    expect(text).toBe(`Hello,

The bank holidays that GOV.UK publishes are no longer those that the dates of Larkfield Retirement Homes are counted by. Nothing has changed yet.

What is different
-----------------

- Monday 19 September 2022, Bank Holiday for the State Funeral of Queen Elizabeth II, is now a bank holiday in England and Wales.
- Monday 2 May 2022, Early May bank holiday, is no longer a bank holiday in Scotland.

What a second list says
-----------------------

The second list does not have Monday 19 September 2022.

What would move
---------------

2 dates on 2 open complaints would move.

- 10000-0000Y: the answer moves from Thursday 22 September 2022 to Friday 23 September 2022; the resident was told the old date.
- 20000-0000W: the acknowledgement moves from Tuesday 20 September 2022 to Wednesday 21 September 2022.

More move than are listed here.

What happens next
-----------------

- An administrator makes sure that the change is right, and adds a version of the calendar that has it. We will write to you when it is there.
- Then you apply that version for Larkfield Retirement Homes. Only then are your dates counted by it.

Until then every date stands as it was given.

You receive this as manager for complaints.
`);
  });

  it('of a version that was added reads', () => {
    const { subject, text } = compose(noticeOf('calendar-version-added'));
    expect(subject).toBe('Bank holidays: apply version 2 of the calendar');
    expect(text).toBe(`Hello,

An administrator has added version 2 of the calendar. Please apply it now for Larkfield Retirement Homes. Until you do, your dates are counted without it.

What is different
-----------------

- Monday 19 September 2022, Bank Holiday for the State Funeral of Queen Elizabeth II, is now a bank holiday in England and Wales.
- Monday 2 May 2022, Early May bank holiday, is no longer a bank holiday in Scotland.

What will move
--------------

2 dates on 2 open complaints will move.

- 10000-0000Y: the answer moves from Thursday 22 September 2022 to Friday 23 September 2022; the resident was told the old date.
- 20000-0000W: the acknowledgement moves from Tuesday 20 September 2022 to Wednesday 21 September 2022.

More move than are listed here.

What happens when you apply it
------------------------------

Your open complaints are counted again, one after the other. A resident whose date moves earlier is always told. You say whether those whose date moves later are told too.

You receive this as manager for complaints.
`);
  });

  it('of how far bank holidays are published reads', () => {
    const { subject, text } = compose(noticeOf('calendar-horizon'));
    expect(subject).toBe('Bank holidays are published to Sunday 31 December 2028');
    expect(text).toBe(`Hello,

Bank holidays are published to Sunday 31 December 2028, and no further. A date of Larkfield Retirement Homes after that day is provisional. Later bank holidays are not taken into account yet, so it may move when they are published.

1 date on 1 open complaint is provisional.

What to do
----------

- Do not promise a date after Sunday 31 December 2028 as if it were certain.
- Otherwise there is nothing to do yet. Redress looks at GOV.UK’s list every day, and we will write to you when it goes further.

You receive this as manager for complaints.
`);
  });
});

describe('where there is nothing to say', () => {
  it('of a second list, it has no heading', () => {
    const alert = noticeOf('calendar-difference');
    const { 'remarks.0.remark': _, ...values } = alert.values;
    expect(compose(alert).text).toContain('What a second list says');
    expect(compose({ ...alert, values }).text).not.toContain('What a second list says');
  });

  it('no line is left for what moves, or for more of it', () => {
    const { text } = compose(noticeOf('calendar-version-added', calendarNotices.slice(3)));
    expect(text).toContain('No date of an open complaint moves.\n\nWhat happens when you apply it');
  });
});
