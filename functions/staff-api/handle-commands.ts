import type * as z from 'zod/mini';
import { keyReused, type Problem, problem, problemOfRefusal } from '../../shared/contracts/problems.ts';
import { commandRoutes } from '../../shared/contracts/routes/commands.ts';
import { changedBody } from '../../shared/contracts/staff.ts';
import type { StaffToken } from '../../shared/domain/authorization.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { isReference } from '../../shared/domain/reference.ts';
import type { StaffId } from '../../shared/domain/staff.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { CommandPorts } from '../../shared/use-cases/handle-command.ts';
import {
  handleStaffCommand,
  type StaffCommandResult,
  type StaffRequest,
} from '../../shared/use-cases/handle-staff-command.ts';
import { hashOfRequest } from '../../shared/use-cases/receive-complaint.ts';
import { describeChange } from '../../shared/use-cases/staff-view.ts';
import type { HttpAnswer, HttpRequest } from '../middleware/http.ts';
import type { Sent } from './commands/translation.ts';
import { translations } from './commands.ts';
import { buildConsent } from './consent.ts';
import { buildCorrection } from './correct.ts';
import { linkParts, mergeParts } from './join.ts';
import { buildDeparture } from './leave.ts';
import { buildRaisedIssue } from './raise-issue.ts';
import { notAdmitted, readBody, readKey, readVersion, type StaffHandler } from './requests.ts';

export type CommandsPorts = CommandPorts & { clock: Clock };

type Name = keyof typeof commandRoutes;

/** A command’s parts as its route has them, with the type of its body left open. */
interface AnyTranslation {
  action: StaffRequest['action'];
  people?: (body: unknown) => (StaffId | undefined)[];
  command: (sent: Sent<unknown>) => ReturnType<StaffRequest['build']>['command'];
}

export function createCommandHandlers(ports: CommandsPorts): Record<Name, StaffHandler> {
  const names = Object.keys(commandRoutes) as Name[];
  return Object.fromEntries(names.map((name) => [name, handlerOf(ports, name)])) as Record<
    Name,
    StaffHandler
  >;
}

function handlerOf(ports: CommandsPorts, name: Name): StaffHandler {
  const schema: z.ZodMiniType = commandRoutes[name].request.body;
  return async (token, request) => {
    const key = readKey(request);
    if ('problem' in key) return key.problem;
    const version = readVersion(request);
    if ('problem' in version) return version.problem;
    const body = readBody(schema, request);
    if ('problem' in body) return body.problem;
    const { reference = '' } = request.params;
    if (!isReference(reference)) return notAdmitted({ type: 'unknown' });
    const result = await handleStaffCommand(ports, {
      token,
      reference,
      version: version.value,
      key: { scope: `staff#${token.id}`, key: key.value },
      requestHash: hashOfRequest({ name, path: wellFormed(request.params), body: request.body }),
      ...partsOf(name, token, body.value, request),
      answer: ({ complaint }) => ({
        status: commandRoutes[name].answer.status,
        body: JSON.stringify(
          changedBody.parse({ ...describeChange(complaint), ...raisedBy(name, complaint) }),
        ),
      }),
    });
    return writeResult(result);
  };
}

function partsOf(
  name: Name,
  { id: by, roles }: StaffToken,
  body: unknown,
  { params }: HttpRequest,
): Pick<StaffRequest, 'action' | 'people' | 'other' | 'build'> {
  if (name === 'correct') return { action: 'correct', people: [], build: buildCorrection(by, body) };
  if (name === 'raiseIssue') return { action: 'raise-issue', people: [], build: buildRaisedIssue(by, body) };
  if (name === 'recordConsent')
    return { action: 'record-consent', people: [], build: buildConsent(by, body) };
  if (name === 'leaveComplaint')
    return { action: 'leave-complaint', people: [], build: buildDeparture(by, body) };
  if (name === 'merge') return mergeParts(by, body);
  if (name === 'link') return linkParts(by, body);
  const { action, people, command } = translations[name] as AnyTranslation;
  return {
    action,
    people: (people?.(body) ?? []).filter((id) => id !== undefined),
    build: ({ keep }) => ({ command: command({ by, roles, body, params, keep }) }),
  };
}

/** What was raised midway may have become a complaint of its own, which has a reference. */
function raisedBy(name: Name, { issues }: Complaint): { raised?: string } {
  const raised = name === 'raiseIssue' ? issues.at(-1)?.complaint : undefined;
  return raised ? { raised } : {};
}

/** A path may hold half a character, of which there is no canonical form. */
export function wellFormed(params: HttpRequest['params']): HttpRequest['params'] {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value.toWellFormed()]));
}

/** What a command is answered with. */
export function writeResult(result: StaffCommandResult): HttpAnswer | Problem {
  switch (result.type) {
    case 'answered': {
      const { version } = changedBody.parse(JSON.parse(result.body));
      return { status: result.status, body: result.body, version };
    }
    case 'refused':
      return problemOfRefusal(result.refusal);
    case 'stale':
      return {
        ...problem('stale', 'Read the complaint again and base the change on it; nothing was stored.'),
        currentVersion: result.version,
      };
    case 'key-used-for-another-request':
      return keyReused();
    default:
      return notAdmitted(result);
  }
}
