import { keyReused, type Problem, problem, problemOfRefusal } from '../../shared/contracts/problems.ts';
import { staffRoutes } from '../../shared/contracts/routes/staff.ts';
import { loggedAnswer, loggedBody } from '../../shared/contracts/staff.ts';
import { mayDo, type Staff, staffFrom } from '../../shared/domain/authorization.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { StaffRegister } from '../../shared/ports/staff-register.ts';
import { type ReceiveComplaintPorts, receiveComplaint } from '../../shared/use-cases/receive-complaint.ts';
import { describeObligation } from '../../shared/use-cases/staff-view.ts';
import type { HttpAnswer } from '../middleware/http.ts';
import { notAllowed, readBody, readKey, type StaffHandler } from './requests.ts';

export interface LogPorts extends ReceiveComplaintPorts {
  register: StaffRegister;
  /** ids of the landlords that this environment serves */
  served: ReadonlySet<string>;
}

export function createLogHandlers(ports: LogPorts) {
  const logComplaint: StaffHandler = async (token, request) => {
    const key = readKey(request);
    if ('problem' in key) return key.problem;
    const body = readBody(loggedBody, request);
    if ('problem' in body) return body.problem;
    const { landlord, ...intake } = body.value;
    const staff = staffFrom(token, await ports.register.read(token.id));
    const permission = mayDo(staff, 'log-complaint', { landlord });
    if (!permission.allowed) return notAllowed(permission);
    const policy = ports.served.has(landlord) ? ports.rules.policies.get(landlord) : undefined;
    if (!policy) return unknownLandlord();
    const result = await receiveComplaint(
      ports,
      policy,
      { ...intake, loggedBy: token.id },
      // A complaint about another landlord is another complaint, whatever else is the same.
      { scope: `log#${landlord}#${token.id}`, key: key.value },
      (complaint) => writeLogged(staff, complaint),
    );
    switch (result.type) {
      case 'answered':
        return { status: result.status, body: result.body };
      case 'refused':
        return problemOfRefusal(result.refusal);
      case 'key-used-for-another-request':
        return keyReused();
    }
  };
  return { logComplaint };
}

/** Whoever may log and not read sees the reference alone. */
function writeLogged(staff: Staff, complaint: Complaint): HttpAnswer {
  const { reference, receivedAt, status, obligations } = complaint;
  const body = mayDo(staff, 'read-complaint', complaint).allowed
    ? { reference, receivedAt, status, obligations: obligations.map(describeObligation) }
    : { reference };
  return {
    status: staffRoutes.logComplaint.answer.status,
    body: JSON.stringify(loggedAnswer.parse(body)),
  };
}

export function unknownLandlord(): Problem {
  return problem('unknown-landlord', 'This service does not handle complaints for that landlord.', [
    { field: 'landlord', detail: 'must be a landlord that is served here' },
  ]);
}
