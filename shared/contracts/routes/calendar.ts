import {
  applicationBody,
  applicationRequestBody,
  landlordCalendarBody,
  landlordCalendarPath,
  newVersionBody,
  versionBody,
  versionsBody,
} from '../calendar.ts';
import { previewBody, previewQuery } from '../calendar-preview.ts';
import { idempotencyHeaders } from '../intake.ts';
import type { Route } from './route.ts';

const staff = { function: 'staff-api', tag: 'staff' } as const;

/** The bank holidays that dates are counted by: who adds to them, and which landlord counts by what. */
export const calendarRoutes = {
  readCalendarVersions: {
    ...staff,
    key: 'GET /staff/calendar/versions',
    summary: 'See the versions of the calendar',
    description:
      'Every version that was added, how far bank holidays are published, and what GOV.UK’s list says that no version does.',
    request: {},
    answer: { status: 200, description: 'The versions.', body: versionsBody },
    problems: ['not-allowed', 'our-fault'],
  },
  addCalendarVersion: {
    ...staff,
    key: 'POST /staff/calendar/versions',
    summary: 'Add a version of the calendar',
    description:
      'Adds a version with bank holidays that were announced, moved or withdrawn. It can never be taken away, only followed by another. No date changes yet: each landlord’s manager is told by mail, and applies it.',
    request: { headers: idempotencyHeaders, body: newVersionBody },
    answer: { status: 201, description: 'The version is there.', body: versionBody, etag: false },
    problems: [
      'invalid-request',
      'not-allowed',
      'refused',
      'too-large',
      'not-json',
      'key-reused',
      'cannot-be',
      'key-missing',
      'our-fault',
    ],
  },
  readLandlordCalendar: {
    ...staff,
    key: 'GET /staff/landlords/{landlord}/calendar',
    summary: 'See what a landlord counts by',
    description:
      'The version of the calendar that a landlord’s dates are counted by, and how far its open complaints have been counted anew.',
    request: { path: landlordCalendarPath },
    answer: { status: 200, description: 'The calendar.', body: landlordCalendarBody, etag: false },
    problems: ['not-allowed', 'unknown-landlord', 'our-fault'],
  },
  applyCalendar: {
    ...staff,
    key: 'POST /staff/landlords/{landlord}/calendar',
    summary: 'Count by a newer version',
    description:
      'Makes a landlord count by a newer version of the calendar. Its open complaints are counted anew within minutes. A resident whose date moves earlier is told in any case, one whose date moves later if you say so. It cannot be undone but by a version after it.',
    request: { path: landlordCalendarPath, headers: idempotencyHeaders, body: applicationRequestBody },
    answer: {
      status: 200,
      description: 'The landlord counts by it from now on.',
      body: applicationBody,
      etag: false,
    },
    problems: [
      'invalid-request',
      'not-allowed',
      'unknown-landlord',
      'refused',
      'too-large',
      'not-json',
      'key-reused',
      'cannot-be',
      'key-missing',
      'our-fault',
    ],
  },
  previewCalendar: {
    ...staff,
    key: 'GET /staff/landlords/{landlord}/calendar/preview',
    summary: 'See which dates would move',
    description:
      'Open dates of a landlord that a version of the calendar would move, and whether the resident was told the date of now. Nothing is changed. A page may be empty although more follow: go on while there is a next.',
    request: { path: landlordCalendarPath, query: previewQuery },
    answer: { status: 200, description: 'A page of complaints.', body: previewBody, etag: false },
    problems: ['invalid-request', 'not-allowed', 'unknown-landlord', 'unknown-version', 'our-fault'],
  },
} as const satisfies Record<string, Route>;
