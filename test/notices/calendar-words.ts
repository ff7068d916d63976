import type { NoticeKind } from '../../shared/domain/notices.ts';

/** What the reader of each notice about the calendar could not do without. */
export const calendarWords: Record<Extract<NoticeKind, `calendar-${string}`>, string[]> = {
  'calendar-feed-unusable': [
    'The list from GOV.UK was not there: the answer was 503.',
    'Nothing was changed.',
    'by the calendar that we have, version 1',
    'tried again tomorrow',
    'Tell the team that runs Redress.',
    'gov.uk/bank-holidays',
  ],
  'calendar-difference': [
    'Nothing has changed yet.',
    'Queen Elizabeth II, is now a bank holiday in England and Wales.',
    'The second list does not have Monday 19 September 2022.',
    '2 dates on 2 open complaints would move.',
    '10000-0000Y: the answer moves',
    'adds a version of the calendar',
    'Then you apply that version for Larkfield Retirement Homes.',
  ],
  'calendar-version-added': [
    'Please apply it now for Larkfield Retirement Homes.',
    'Queen Elizabeth II, is now a bank holiday in England and Wales.',
    '2 dates on 2 open complaints will move.',
    '10000-0000Y: the answer moves',
    'Your open complaints are counted again',
  ],
  'calendar-horizon': [
    'Bank holidays are published to Sunday 31 December 2028',
    'A date of Larkfield Retirement Homes after that day is provisional',
    '1 date on 1 open complaint is provisional.',
  ],
};
