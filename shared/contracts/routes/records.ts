import {
  duplicatesBody,
  propertyPath,
  propertyRecordBody,
  propertyRecordRequest,
  recordHeaders,
  residentPath,
  residentRecordBody,
  residentRecordRequest,
  residentsBody,
  residentsPath,
  residentsQuery,
} from '../records.ts';
import { referencePath } from '../staff.ts';
import type { Route } from './route.ts';

const staff = { function: 'staff-api', tag: 'staff' } as const;
const reading = ['not-allowed', 'unknown-landlord', 'unknown-record', 'our-fault'] as const;
const keeping = [...reading, 'invalid-request', 'stale', 'too-large', 'not-json', 'version-missing'] as const;

/** What is kept of people and of homes, and which complaints may be the same. */
export const recordRoutes = {
  findResidents: {
    ...staff,
    key: 'GET /staff/landlords/{landlord}/residents',
    summary: 'Find a person',
    description:
      'Finds people who complained before by the beginning of their surname or of their postcode, so that a complaint is logged with the right record.',
    request: { path: residentsPath, query: residentsQuery },
    answer: { status: 200, description: 'The people.', body: residentsBody },
    problems: ['invalid-request', 'not-allowed', 'unknown-landlord', 'our-fault'],
  },
  readResidentRecord: {
    ...staff,
    key: 'GET /staff/landlords/{landlord}/residents/{resident}',
    summary: 'See the record of a person',
    description:
      'How the person is reached safely, what helps them, disabilities that they disclosed, and their complaints.',
    request: { path: residentPath },
    answer: { status: 200, description: 'The record.', body: residentRecordBody },
    problems: reading,
  },
  keepResidentRecord: {
    ...staff,
    key: 'PUT /staff/landlords/{landlord}/residents/{resident}',
    summary: 'Change the record of a person',
    description:
      'Replaces what is kept of a person. Where mail is not safe, no notice about any complaint of theirs is mailed from then on: staff reach them in another way.',
    request: { path: residentPath, headers: recordHeaders, body: residentRecordRequest },
    answer: { status: 200, description: 'The record as it is now.', body: residentRecordBody },
    problems: keeping,
  },
  readPropertyRecord: {
    ...staff,
    key: 'GET /staff/landlords/{landlord}/properties/{property}',
    summary: 'See the record of a property',
    description: 'What is known of a home, and the complaints about it.',
    request: { path: propertyPath },
    answer: { status: 200, description: 'The record.', body: propertyRecordBody },
    problems: reading,
  },
  keepPropertyRecord: {
    ...staff,
    key: 'PUT /staff/landlords/{landlord}/properties/{property}',
    summary: 'Change the record of a property',
    description: 'Replaces what is kept of a home.',
    request: { path: propertyPath, headers: recordHeaders, body: propertyRecordRequest },
    answer: { status: 200, description: 'The record as it is now.', body: propertyRecordBody },
    problems: keeping,
  },
  suggestDuplicates: {
    ...staff,
    key: 'GET /staff/complaints/{reference}/duplicates',
    summary: 'See what may be the same complaint',
    description:
      'Other complaints of the same person or about the same home, the likeliest first. Nothing is merged or linked by itself.',
    request: { path: referencePath },
    answer: { status: 200, description: 'The suggestions.', body: duplicatesBody },
    problems: ['not-allowed', 'unknown-complaint', 'our-fault'],
  },
} as const satisfies Record<string, Route>;
