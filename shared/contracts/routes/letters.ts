import {
  callsBody,
  letterBody,
  letterPath,
  lettersBody,
  lettersPath,
  lettersQuery,
  postingBody,
  postingHeaders,
} from '../letters.ts';
import { changedBody } from '../staff.ts';
import type { Route } from './route.ts';

const staff = { function: 'staff-api', tag: 'staff' } as const;

/** Letters that somebody posts, and calls that somebody makes. */
export const letterRoutes = {
  readLetters: {
    ...staff,
    key: 'GET /staff/landlords/{landlord}/letters',
    summary: 'See what is to be posted',
    description:
      'The letters of a landlord that wait to be posted, of the complaints that you may see. A page may be short although more follow: go on while there is a next.',
    request: { path: lettersPath, query: lettersQuery },
    answer: { status: 200, description: 'A page of the letters.', body: lettersBody },
    problems: ['invalid-request', 'not-allowed', 'unknown-landlord', 'our-fault'],
  },
  readCalls: {
    ...staff,
    key: 'GET /staff/landlords/{landlord}/calls',
    summary: 'See whom to phone',
    description:
      'The calls of a landlord that wait to be made, of the complaints that you may see. Note each with POST /staff/complaints/{reference}/contact-notes, and name its obligation: only a contact that names it, and reached them, meets the call. A page may be short although more follow: go on while there is a next.',
    request: { path: lettersPath, query: lettersQuery },
    answer: { status: 200, description: 'A page of the calls.', body: callsBody },
    problems: ['invalid-request', 'not-allowed', 'unknown-landlord', 'our-fault'],
  },
  readLetter: {
    ...staff,
    key: 'GET /staff/landlords/{landlord}/letters/{id}',
    summary: 'Print a letter, or read the script of a call',
    description:
      'A letter to print, before it is posted and after; the script of a call; or as a letter what was mailed and did not arrive.',
    request: { path: letterPath },
    answer: { status: 200, description: 'The letter, or the script.', body: letterBody },
    problems: ['not-allowed', 'unknown-landlord', 'unknown-letter', 'our-fault'],
  },
  postLetter: {
    ...staff,
    key: 'POST /staff/landlords/{landlord}/letters/{id}/posting',
    summary: 'Say that a letter was posted',
    description:
      'What the letter tells counts as told on the day on which it was posted: an answer that is posted late is late. No If-Match is needed: whatever changed meanwhile, it was posted.',
    request: { path: letterPath, headers: postingHeaders, body: postingBody },
    answer: { status: 200, description: 'The complaint after it.', body: changedBody },
    problems: [
      'invalid-request',
      'not-allowed',
      'unknown-landlord',
      'unknown-letter',
      'refused',
      'too-large',
      'not-json',
      'key-reused',
      'key-missing',
      'our-fault',
    ],
  },
} as const satisfies Record<string, Route>;
