import type { NoticeOwed } from '../../shared/domain/notices.ts';

const toManager = { lane: 'routine', recipient: { type: 'staff', rank: 'manager' } } as const;

const changes = {
  'changes.0.description':
    'Monday 19 September 2022, Bank Holiday for the State Funeral of Queen Elizabeth II, is now a bank holiday in England and Wales',
  'changes.1.description':
    'Monday 2 May 2022, Early May bank holiday, is no longer a bank holiday in Scotland',
};

const moves = {
  'moves.0.line':
    '10000-0000Y: the answer moves from Thursday 22 September 2022 to Friday 23 September 2022; the resident was told the old date.',
  'moves.1.line':
    '20000-0000W: the acknowledgement moves from Tuesday 20 September 2022 to Wednesday 21 September 2022.',
};

/** What the manager of a landlord is told of bank holidays. */
export const calendarNotices: NoticeOwed[] = [
  {
    id: 'calendar-feed-unusable_2022-09-13',
    kind: 'calendar-feed-unusable',
    ...toManager,
    values: { why: 'The list from GOV.UK was not there: the answer was 503.', version: '1' },
  },
  {
    id: 'calendar-difference_2022-09-13',
    kind: 'calendar-difference',
    ...toManager,
    values: {
      ...changes,
      'remarks.0.remark': 'The second list does not have Monday 19 September 2022.',
      summary: '2 dates on 2 open complaints would move.',
      ...moves,
      more: 'More move than are listed here.',
    },
  },
  {
    id: 'calendar-version-added_2',
    kind: 'calendar-version-added',
    ...toManager,
    values: {
      version: '2',
      ...changes,
      summary: '2 dates on 2 open complaints will move.',
      ...moves,
      more: 'More move than are listed here.',
    },
  },
  {
    id: 'calendar-version-added_3',
    kind: 'calendar-version-added',
    ...toManager,
    values: { version: '3', ...changes, summary: 'No date of an open complaint moves.', more: '' },
  },
  {
    id: 'calendar-horizon_2028-12-31',
    kind: 'calendar-horizon',
    ...toManager,
    values: { horizon: 'Sunday 31 December 2028', summary: '1 date on 1 open complaint is provisional.' },
  },
];
