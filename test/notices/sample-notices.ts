import type { NoticeKind, NoticeOwed } from '../../shared/domain/notices.ts';
import { requestLink } from '../../shared/use-cases/request-link.ts';
import { beforeFuneral, beforeVeDay, passBy, withFuneral, withVeDay } from '../domain/other-calendars.ts';
import { colleague, complaintReceived, handler, manager, sample } from '../support/complaints.ts';
import { at, date } from '../support/rules.ts';
import { calendarNotices } from './calendar-notices.ts';
import { digestNotice } from './digest-notice.ts';
import { enquiryNotices } from './enquiry-notices.ts';
import { joinedLives } from './joined-lives.ts';
import { laterLives } from './later-lives.ts';
import { acknowledged, drafted, extended, noticesOf, promised, responded, text } from './sample-parts.ts';

export const lives = {
  answered: noticesOf([
    ['2026-12-24T10:00:00Z', { type: 'Assign', by: manager, handler }],
    acknowledged,
    [
      '2027-01-04T10:00:00Z',
      {
        type: 'AskQuestion',
        by: handler,
        asked: { contractor: text('address of engineer') },
        text: text('question to engineer'),
      },
    ],
    [
      '2027-01-04T10:01:00Z',
      { type: 'AskQuestion', by: handler, asked: { staff: colleague }, text: text('question to colleague') },
    ],
    ['2027-01-08T09:00:00Z', { type: 'TimePassed' }],
    drafted,
    promised,
    responded,
    [
      '2027-01-20T10:00:00Z',
      {
        type: 'UpdateAction',
        by: handler,
        action: 'action-1',
        dueOn: date('2027-01-29'),
        note: text('payment note'),
      },
    ],
    [
      '2027-01-20T11:00:00Z',
      { type: 'UpdateAction', by: handler, action: 'action-1', dueOn: date('2027-01-28') },
    ],
    [
      '2027-01-27T10:00:00Z',
      { type: 'CompleteAction', by: handler, action: 'action-1', evidence: text('payment evidence') },
    ],
    ['2027-01-28T10:00:00Z', { type: 'Close', by: handler, reason: text('reason to close') }],
    ['2027-02-01T10:00:00Z', { type: 'SendMessage', text: text('message') }],
    ['2027-02-02T10:00:00Z', { type: 'Reopen', by: handler, reason: text('reason to reopen') }],
  ]),
  clarified: noticesOf([
    acknowledged,
    ['2027-01-04T10:00:00Z', { type: 'AskResident', by: handler, text: text('question to resident') }],
  ]),
  answeredWithoutActions: noticesOf([acknowledged, drafted, responded]),
  extended: noticesOf([
    acknowledged,
    [
      '2027-01-13T10:00:00Z',
      {
        type: 'Extend',
        by: handler,
        newDueOn: date('2027-02-02'),
        reason: text('waiting for parts'),
        goodReason: text('parts from abroad'),
        updateEvery: 5,
      },
    ],
    [
      '2027-01-13T10:01:00Z',
      {
        type: 'RecordDelivery',
        notice: 'extension-1',
        kind: 'extension',
        outcome: 'accepted',
        at: at('2027-01-13T10:01:00Z'),
      },
    ],
    ['2027-01-20T10:00:00Z', { type: 'GiveUpdate', by: handler, text: text('how it stands') }],
  ]),
  extendedInVain: noticesOf([
    acknowledged,
    extended,
    [
      '2027-01-13T10:05:00Z',
      {
        type: 'RecordDelivery',
        notice: 'extension-1',
        kind: 'extension',
        outcome: 'bounced',
        at: at('2027-01-13T10:05:00Z'),
      },
    ],
    ['2027-01-15T00:00:00Z', { type: 'TimePassed' }],
    ['2027-01-15T12:00:00Z', { type: 'TimePassed' }],
  ]),
  withdrawn: noticesOf([
    ['2026-12-24T10:00:00Z', { type: 'Withdraw' }],
    ['2026-12-29T10:00:00Z', { type: 'Reopen', by: handler, reason: text('reason to reopen') }],
  ]),
  late: noticesOf([
    ['2026-12-31T09:00:00Z', { type: 'TimePassed' }],
    ['2027-01-04T09:00:00Z', { type: 'TimePassed' }],
    ['2027-01-05T12:00:00Z', { type: 'TimePassed' }],
  ]),
  /** both dates come a day later, because a bank holiday was announced */
  recounted: passBy(
    complaintReceived({ receivedAt: '2022-09-13T09:00:00Z', rules: { calendar: beforeFuneral } }),
    '2022-09-14T10:00:00Z',
    withFuneral,
    true,
  ).notices,
  /** the acknowledgement was due the day before, because a bank holiday had moved */
  recountedTooLate: passBy(
    complaintReceived({ receivedAt: '2020-04-27T09:00:00Z', rules: { calendar: beforeVeDay } }),
    '2020-05-05T08:00:00Z',
    withVeDay,
  ).notices,
};

const asked: NoticeOwed[] = [];
await requestLink(
  {
    store: {
      oweAlone: async ({ id, kind, lane, recipient, values }) => {
        asked.push({ id, kind, lane, recipient, values });
      },
    },
    clock: () => at('2027-01-20T10:00:00Z'),
  },
  sample,
);

/** Notices of every kind, those about a complaint as real commands owe them. */
export const sampleNotices: NoticeOwed[] = [
  ...Object.values(lives).flat(),
  ...Object.values(laterLives).flat(),
  ...Object.values(joinedLives).flat(),
  ...asked,
  ...calendarNotices,
  ...enquiryNotices,
  digestNotice,
];

/** The first notice of a kind in a life. @throws Error where there is none */
export function noticeOf(kind: NoticeKind, among: readonly NoticeOwed[] = sampleNotices): NoticeOwed {
  const found = among.find((each) => each.kind === kind);
  if (!found) throw new Error(`no ${kind} is owed`);
  return found;
}

/** Of each kind the notice that says most. */
export function fullestOfEachKind(): NoticeOwed[] {
  const valuesIn = ({ values, texts = {} }: NoticeOwed) =>
    Object.values({ ...values, ...texts }).filter(Boolean).length;
  return Object.values(Object.groupBy(sampleNotices, ({ kind }) => kind)).map((ofKind = []) =>
    ofKind.reduce((fullest, each) => (valuesIn(each) > valuesIn(fullest) ? each : fullest)),
  );
}
