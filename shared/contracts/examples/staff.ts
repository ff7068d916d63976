import type { staffRoutes } from '../routes/staff.ts';
import { calendarExamples } from './calendar.ts';
import { enquiryExamples } from './enquiries.ts';
import type { Example } from './example.ts';
import { forecastExamples } from './forecast.ts';
import { importExamples } from './imports.ts';
import { letterExamples } from './letters.ts';
import * as owed from './obligations.ts';
import { peopleExamples } from './people.ts';
import { policyExamples } from './policy.ts';
import { recordExamples } from './records.ts';
import { timeline } from './timeline.ts';

const reference = 'K7QF2-9XW48';

/** What staff log, read and keep. */
export const staffExamples = {
  logComplaint: {
    headers: { 'Idempotency-Key': '9a4e2c71-3f8d-4b60-9c15-e7d2a80b6f43' },
    body: {
      landlord: 'counted-from-receipt',
      channel: 'phone',
      complainant: { name: 'Sam Example', email: 'sam@example.com', phone: '01632 960777' },
      description: 'The boiler has been out since Sunday and nobody has come.',
      issueOccurredOn: '2026-12-20',
    },
    answer: {
      reference: reference,
      receivedAt: '2026-12-23T15:00:00.000Z',
      status: 'received',
      obligations: [owed.acknowledgementOwed, owed.responseOwed],
    },
  },
  readWorklist: {
    query: {
      landlord: 'counted-from-receipt',
      state: 'open',
      handler: 'leila.haddad',
      team: 'north',
      status: 'received',
      dueBy: '2027-01-31',
      limit: '10',
      after: 'MiMyMDI2LTEyLTI0I0s3UUYyLTlYVzQ4',
    },
    answer: {
      complaints: [
        {
          reference: reference,
          status: 'received',
          stage: 1,
          handler: 'leila.haddad',
          team: 'north',
          nextDueOn: '2027-01-04',
          priority: 'ordinary',
          hazards: [],
        },
      ],
    },
  },
  readComplaint: {
    path: { reference },
    answer: {
      reference: reference,
      version: 17,
      landlord: 'counted-from-receipt',
      channel: 'phone',
      receivedAt: '2026-12-22T10:00:00.000Z',
      stage: 1,
      status: 'acknowledged',
      acknowledgedOn: '2026-12-29',
      handler: 'leila.haddad',
      decidedStage1: ['leila.haddad'],
      escalationsRefused: [],
      age: { verdict: 'in-time', lastDay: '2027-12-20', codeLastDay: '2027-12-20' },
      team: 'north',
      staffComplainedAbout: [],
      resident: 'r-0xTk0bCQUzXUrsa9lHJPYn',
      madeBy: 'individual',
      complainant: { name: 'Sam Example', email: 'sam@example.com', phone: '01632 960777' },
      others: [],
      missing: [],
      priority: 'ordinary',
      hazards: [],
      vulnerabilities: [],
      issueOccurredOn: '2026-12-20',
      conflicts: [],
      merged: [],
      related: [],
      supporters: [],
      description: 'The boiler has been out since Sunday and nobody has come.',
      adjustments: [],
      restrictions: [],
      knownBy: [{ party: 'lead', residents: ['r-0xTk0bCQUzXUrsa9lHJPYn', 'r-DMKs5bIn1FnrhSjNqXHGY0'] }],
      residentUnreached: false,
      discussed: true,
      points: [
        {
          id: 'point-1',
          definition: 'The boiler has been out since 20 December.',
          outcomeSought: 'Heating before the new year.',
          responsible: true,
          finding: 'upheld',
          reasons: 'We ordered the part two days late and did not tell you.',
          remedy: 'The boiler was repaired on 6 January; we pay you £80 for the days without heating.',
        },
        {
          id: 'point-2',
          definition: 'The neighbour’s alarm rings at night.',
          responsible: false,
          finding: 'not-upheld',
          reasons: 'The alarm is not ours; we passed your complaint on to the council.',
          remedy: '',
        },
      ],
      issues: [],
      draft: { by: ['leila.haddad'] },
      extensions: [
        {
          id: 'extension-1',
          stage: 1,
          state: 'overtaken',
          extends: '2027-01-08',
          newDueOn: '2027-01-14',
          reason: 'The part for your boiler arrives on 5 January and is fitted on the 6th.',
          by: 'leila.haddad',
        },
        {
          id: 'extension-2',
          stage: 1,
          state: 'effective',
          extends: '2027-01-08',
          newDueOn: '2027-01-15',
          reason: 'The part for your boiler is fitted on 6 January, and we want to see that it works.',
          by: 'leila.haddad',
        },
      ],
      actions: [],
      openActionsToAnswer: [],
      questions: [
        {
          id: 'question-1',
          asked: 'planning@heating.example',
          question: 'When can you fit the part that was ordered on 22 December?',
          answer: 'The part comes on 5 January; we can fit it on the 6th.',
        },
      ],
      messages: [{ id: 'message-1', text: 'The boiler is still out.', outcome: 'part-of-this-complaint' }],
      offers: [],
      handovers: [],
      lessons: [],
      ombudsmanRequests: [],
      determinations: [],
      orders: [],
      obligations: [
        owed.acknowledgedOnCorrectedDate,
        owed.responseExtended,
        owed.questionAnswered,
        owed.messageRead,
      ],
    },
  },
  readTimeline: { path: { reference }, answer: timeline },
  readNotices: {
    path: { reference },
    answer: {
      reference: reference,
      notices: [
        {
          id: 'assignment_1',
          kind: 'assignment',
          to: 'staff',
          state: 'accepted',
          owedAt: '2026-12-23T15:00:00.000Z',
          attempts: 1,
        },
        {
          id: 'receipt',
          kind: 'receipt',
          to: 'resident',
          state: 'accepted',
          owedAt: '2026-12-23T15:00:00.000Z',
          attempts: 1,
        },
      ],
    },
  },
  ...peopleExamples,
  ...calendarExamples,
  ...importExamples,
  ...enquiryExamples,
  ...forecastExamples,
  ...policyExamples,
  ...recordExamples,
  ...letterExamples,
} as const satisfies Record<keyof typeof staffRoutes, Example>;
