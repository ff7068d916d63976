import type { letterRoutes } from '../routes/letters.ts';
import type { Example } from './example.ts';
import * as owed from './obligations.ts';

const landlord = 'counted-from-receipt';
const [reference, other] = ['K7QF2-9XW48', 'M3TB8-R2ZCH'];
const kind = 'acknowledgement';
const id = `${reference}_${kind}`;
const postBy = '2026-12-30';
const after = 'MjAyNi0xMi0yOSMyMDI2LTEyLTI0VDEwOjAwOjAwLjAwMFojQ09NUExBSU5UI00zVEI4LVIyWkNII3VwZGF0ZS0x';

/** Letters that somebody posts, and calls that somebody makes. What goes on for long is cut short here at “…”. */
export const letterExamples = {
  readLetters: {
    path: { landlord },
    query: { limit: '10', after },
    answer: {
      letters: [
        { id, reference, kind, postBy, name: 'Sam Example', address: '5 Elm Road, Northtown TV1 1AA' },
      ],
    },
  },
  readCalls: {
    path: { landlord },
    query: { limit: '10', after },
    answer: {
      calls: [
        {
          id: `${other}_${kind}`,
          reference: other,
          kind,
          callBy: postBy,
          obligation: `contact-${kind}`,
          name: 'Ada Example',
          phone: '01632 960888',
          interpreter: true,
          language: 'pl',
          safeContact: 'Only before noon; ask for Ada.',
        },
      ],
    },
  },
  readLetter: {
    path: { landlord, id },
    answer: {
      id,
      reference,
      kind,
      way: 'letter',
      status: 'by-hand',
      postBy,
      subject: 'How we understand your complaint K7QF2-9XW48',
      text: 'Brackenhall Homes Group\nBrackenhall Court\n20 Mill Lane\nEastmere EM2 2BB\n…',
      html: '<!doctype html>\n<html lang="en-GB">\n…',
    },
  },
  postLetter: {
    path: { landlord, id },
    headers: { 'Idempotency-Key': 'b0c1f3a5-6d0e-4f0b-8a57-9c0a6e1f7d21' },
    body: { evidence: 'Certificate of posting of 30 December, in the post book.' },
    answer: {
      reference,
      version: 4,
      stage: 1,
      status: 'acknowledged',
      obligations: [
        { ...owed.acknowledged, metOn: postBy },
        owed.responseCounting,
        {
          id: `posting-${kind}`,
          kind: 'posting',
          dueOn: postBy,
          explanation:
            'Wednesday 30 December 2026 is 1 working day after Tuesday 29 December 2026, the day it was written, not counting weekends; as is our practice under 6.2 of the Code with the policy in force from Thursday 1 May 2025, by calendar version 1.',
          ...owed.met,
          metOn: postBy,
        },
      ],
    },
  },
} as const satisfies Record<keyof typeof letterRoutes, Example>;
