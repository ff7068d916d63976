import { type ActionOnNoCase, mayDo, type StaffToken, staffFrom } from '../domain/authorization.ts';
import type { LandlordAdmission, NotAdmittedToLandlord } from './admit-to-landlord.ts';

/** Refuses whoever may not do something with the calendar of any landlord that they serve. */
export async function admitToCalendar(
  { register }: Pick<LandlordAdmission, 'register'>,
  token: StaffToken,
  action: ActionOnNoCase,
): Promise<NotAdmittedToLandlord | undefined> {
  const permission = mayDo(staffFrom(token, await register.read(token.id)), action);
  return permission.allowed ? undefined : { type: 'NotAllowed', denied: permission };
}
