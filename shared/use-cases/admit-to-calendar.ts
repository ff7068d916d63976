import {
  type ActionOnNoCase,
  type Denied,
  mayDo,
  type StaffToken,
  staffFrom,
} from '../domain/authorization.ts';
import type { Policy } from '../domain/policy.ts';
import type { StaffRegister } from '../ports/staff-register.ts';
import type { Rules } from './rules.ts';

export interface CalendarAdmission {
  register: Pick<StaffRegister, 'read'>;
  rules: Pick<Rules, 'policies'>;
  /** ids of the landlords that this environment serves */
  served: ReadonlySet<string>;
}

/** Why somebody does not get at the calendar. */
export type NotAdmittedToCalendar = { type: 'NotAllowed'; denied: Denied } | { type: 'UnknownLandlord' };

/** Refuses whoever may not do something with the calendar of any landlord that they serve. */
export async function admitToCalendar(
  { register }: Pick<CalendarAdmission, 'register'>,
  token: StaffToken,
  action: ActionOnNoCase,
): Promise<NotAdmittedToCalendar | undefined> {
  const permission = mayDo(staffFrom(token, await register.read(token.id)), action);
  return permission.allowed ? undefined : { type: 'NotAllowed', denied: permission };
}

/** Lets somebody at the calendar of a landlord, or says why not. */
export async function admitToLandlordCalendar(
  { register, rules, served }: CalendarAdmission,
  token: StaffToken,
  action: ActionOnNoCase,
  landlord: string,
): Promise<{ policy: Policy } | { refusal: NotAdmittedToCalendar }> {
  const staff = staffFrom(token, await register.read(token.id));
  const permission = mayDo(staff, action, { landlord });
  if (!permission.allowed) return { refusal: { type: 'NotAllowed', denied: permission } };
  const policy = served.has(landlord) ? rules.policies.get(landlord) : undefined;
  return policy ? { policy } : { refusal: { type: 'UnknownLandlord' } };
}
