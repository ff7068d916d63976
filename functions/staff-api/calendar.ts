import {
  applicationBody,
  applicationRequestBody,
  landlordCalendarBody,
  newVersionBody,
  versionBody,
  versionsBody,
} from '../../shared/contracts/calendar.ts';
import { previewBody, previewQuery } from '../../shared/contracts/calendar-preview.ts';
import { problemOfCalendarRefusal } from '../../shared/contracts/calendar-refusals.ts';
import { parseFields } from '../../shared/contracts/parse.ts';
import { keyReused, type Problem, problem } from '../../shared/contracts/problems.ts';
import { calendarRoutes } from '../../shared/contracts/routes/calendar.ts';
import type { Application } from '../../shared/domain/calendar-version.ts';
import {
  type AddVersionPorts,
  addCalendarVersion,
  type CalendarChangeResult,
} from '../../shared/use-cases/add-calendar-version.ts';
import { type ApplyPorts, applyCalendar } from '../../shared/use-cases/apply-calendar.ts';
import { type PreviewCalendarPorts, previewCalendar } from '../../shared/use-cases/preview-calendar.ts';
import {
  type ReadCalendarPorts,
  readLandlordCalendar,
  readVersions,
} from '../../shared/use-cases/read-calendar.ts';
import { hashOfRequest } from '../../shared/use-cases/receive-complaint.ts';
import type { HttpAnswer } from '../middleware/http.ts';
import { readNext, writeNext } from './next-page.ts';
import { notAdmittedToLandlord, orProblem, readBody, readKey, type StaffHandler } from './requests.ts';

export type CalendarApiPorts = AddVersionPorts & ApplyPorts & PreviewCalendarPorts & ReadCalendarPorts;

export function createCalendarHandlers(ports: CalendarApiPorts) {
  return {
    readCalendarVersions: async (token) => {
      const found = await readVersions(ports, token);
      if (found.type === 'refused') return refused(found.refusal);
      const { type: _, ...body } = found;
      return ok(versionsBody.parse(body));
    },
    addCalendarVersion: async (token, request) => {
      const key = readKey(request);
      if ('problem' in key) return key.problem;
      const body = readBody(newVersionBody, request);
      if ('problem' in body) return body.problem;
      const { status } = calendarRoutes.addCalendarVersion.answer;
      const result = await addCalendarVersion(ports, {
        token,
        key: { scope: `staff#${token.id}`, key: key.value },
        requestHash: hashOfRequest({ name: 'addCalendarVersion', body: request.body }),
        asked: body.value,
        answer: (version) => ({ status, body: JSON.stringify(versionBody.parse(version)) }),
      });
      return writeResult(result);
    },
    readLandlordCalendar: async (token, { params: { landlord = '' } }) => {
      const found = await readLandlordCalendar(ports, token, landlord);
      if (found.type === 'refused') return refused(found.refusal);
      const { type: _, application, ...body } = found;
      const applied = application && { application: describeApplication(application) };
      return ok(landlordCalendarBody.parse({ ...body, ...applied }));
    },
    previewCalendar: async (token, { params: { landlord = '' }, query }) => {
      const parsed = orProblem(parseFields(previewQuery, query, 'query'));
      if ('problem' in parsed) return parsed.problem;
      const after = readNext(parsed.value.after);
      if ('problem' in after) return after.problem;
      const { version, limit = '50' } = parsed.value;
      const found = await previewCalendar(ports, token, {
        landlord,
        version: version === 'proposed' ? version : Number(version),
        after: after.value,
        limit: Number(limit),
      });
      if (found.type === 'refused') return refused(found.refusal);
      const { type: _, next, ...body } = found;
      return ok(previewBody.parse({ ...body, ...(next && { next: writeNext(next) }) }));
    },
    applyCalendar: async (token, request) => {
      const key = readKey(request);
      if ('problem' in key) return key.problem;
      const body = readBody(applicationRequestBody, request);
      if ('problem' in body) return body.problem;
      const landlord = (request.params.landlord ?? '').toWellFormed();
      const { status } = calendarRoutes.applyCalendar.answer;
      const result = await applyCalendar(ports, {
        token,
        key: { scope: `staff#${token.id}`, key: key.value },
        requestHash: hashOfRequest({ name: 'applyCalendar', landlord, body: request.body }),
        asked: { landlord, ...body.value },
        answer: (application) => ({ status, body: JSON.stringify(describeApplication(application)) }),
      });
      return writeResult(result);
    },
  } as const satisfies Record<string, StaffHandler>;
}

function ok(body: object): HttpAnswer {
  return { status: 200, body: JSON.stringify(body) };
}

function describeApplication(application: Application) {
  const { landlord: _, revision: __, pass, ...told } = application;
  return applicationBody.parse({ ...told, finished: pass === undefined });
}

function writeResult(result: CalendarChangeResult): HttpAnswer | Problem {
  switch (result.type) {
    case 'answered':
      return { status: result.status, body: result.body };
    case 'key-used-for-another-request':
      return keyReused();
    case 'refused':
      return refused(result.refusal);
  }
}

type Refusal =
  | Extract<CalendarChangeResult, { type: 'refused' }>['refusal']
  | Extract<Awaited<ReturnType<typeof previewCalendar>>, { type: 'refused' }>['refusal'];

function refused(refusal: Refusal): Problem {
  switch (refusal.type) {
    case 'NotAllowed':
    case 'UnknownLandlord':
      return notAdmittedToLandlord(refusal);
    case 'NoSuchVersion':
      return problem('unknown-version', `The newest version of the calendar is ${refusal.newest}.`);
    case 'NothingProposed':
      return problem(
        'unknown-version',
        'Nothing is proposed: GOV.UK’s list says nothing that the newest version of the calendar does not.',
      );
    default:
      return problemOfCalendarRefusal(refusal);
  }
}
