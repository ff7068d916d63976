import { problem } from '../../shared/contracts/problems.ts';
import { commandRoutes } from '../../shared/contracts/routes/commands.ts';
import { staffRoutes } from '../../shared/contracts/routes/staff.ts';
import type { RecordPorts } from '../../shared/use-cases/keep-records.ts';
import type { RouteHandler } from '../middleware/http.ts';
import { type CalendarApiPorts, createCalendarHandlers } from './calendar.ts';
import { createEnquiryHandlers, type EnquiryApiPorts } from './enquiries.ts';
import { createForecastHandlers, type ForecastApiPorts } from './forecast.ts';
import { type CommandsPorts, createCommandHandlers } from './handle-commands.ts';
import { createImportHandlers } from './imports.ts';
import { createLetterHandlers, type LetterApiPorts } from './letters.ts';
import { createLogHandlers, type LogPorts } from './log-complaint.ts';
import { createPeopleHandlers, type PeoplePorts } from './people.ts';
import { createPolicyHandlers, type PolicyApiPorts } from './policy.ts';
import { createReadHandlers, type ReadPorts } from './read.ts';
import { createRecordHandlers } from './records.ts';
import type { StaffHandler } from './requests.ts';

export type StaffApiPorts = CommandsPorts &
  LogPorts &
  ReadPorts &
  PeoplePorts &
  CalendarApiPorts &
  PolicyApiPorts &
  EnquiryApiPorts &
  LetterApiPorts &
  ForecastApiPorts &
  RecordPorts;

/** What staff can ask for, by route. */
export function createStaffRoutes(ports: StaffApiPorts): Record<string, RouteHandler> {
  const handlers = {
    ...createCommandHandlers(ports),
    ...createLogHandlers(ports),
    ...createImportHandlers(ports),
    ...createReadHandlers(ports),
    ...createPeopleHandlers(ports),
    ...createCalendarHandlers(ports),
    ...createPolicyHandlers(ports),
    ...createEnquiryHandlers(ports),
    ...createForecastHandlers(ports),
    ...createRecordHandlers(ports),
    ...createLetterHandlers(ports),
  };
  const keyed = Object.entries({ ...commandRoutes, ...staffRoutes }).map(([name, { key }]) => [
    key,
    behindAuthorizer(handlers[name as keyof typeof handlers]),
  ]);
  return Object.fromEntries(keyed);
}

/** Every route of staff has an authorizer; a request without a token can only come of a wrong deployment. */
function behindAuthorizer(handle: StaffHandler): RouteHandler {
  return async (request) => {
    if (request.staff) return handle(request.staff, request);
    if (!request.hasToken) throw new Error('a route of staff was reached without a token');
    return problem(
      'not-allowed',
      'The subject (sub) of your token cannot be an id here: it must be 1 to 128 printable ASCII characters without spaces or #. Ask whoever looks after your sign-in to change it.',
    );
  };
}
