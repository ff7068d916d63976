import {
  type ActionOnNoCase,
  type Denied,
  mayDo,
  type Staff,
  type StaffToken,
  staffFrom,
} from '../domain/authorization.ts';
import type { Policy } from '../domain/policy.ts';
import type { StaffRegister } from '../ports/staff-register.ts';
import type { Rules } from './rules.ts';

export interface LandlordAdmission {
  register: Pick<StaffRegister, 'read'>;
  rules: Pick<Rules, 'policies'>;
  /** ids of the landlords that this environment serves */
  served: ReadonlySet<string>;
}

/** Why somebody does not get at what a landlord keeps. */
export type NotAdmittedToLandlord = { type: 'NotAllowed'; denied: Denied } | { type: 'UnknownLandlord' };

/** Lets somebody at the calendar or the policy of a landlord, or says why not. */
export async function admitToLandlord(
  { register, rules, served }: LandlordAdmission,
  token: StaffToken,
  action: ActionOnNoCase,
  landlord: string,
): Promise<{ policy: Policy; staff: Staff } | { refusal: NotAdmittedToLandlord }> {
  const staff = staffFrom(token, await register.read(token.id));
  const permission = mayDo(staff, action, { landlord });
  if (!permission.allowed) return { refusal: { type: 'NotAllowed', denied: permission } };
  const policy = served.has(landlord) ? rules.policies.get(landlord) : undefined;
  return policy ? { policy, staff } : { refusal: { type: 'UnknownLandlord' } };
}
