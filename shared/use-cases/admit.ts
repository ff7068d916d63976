import { type Action, type Denied, mayDo, type StaffToken, staffFrom } from '../domain/authorization.ts';
import type { StaffId } from '../domain/staff.ts';
import type { CommandBasis, StoredComplaint } from '../ports/complaint-store.ts';

/** Why somebody does not get at a complaint. */
export type NotAdmitted =
  /** there is no such complaint, or none that whoever asks may know of */
  { type: 'unknown' } | { type: 'denied'; denied: Denied; handler: StaffId | undefined };

/** A case of nobody's, by which a right is refused that no role of the person gives, whatever the case. */
const nowhere = { landlord: '', staffComplainedAbout: [], stage: 1 } as const;

/**
 * Lets somebody at a complaint, or says why not. Whoever may not even know of it is answered as though it did not exist,
 * and whoever lacks the right anywhere is told so before it matters whether it exists.
 */
export function admit(
  token: StaffToken,
  action: Action,
  { stored, people }: Pick<CommandBasis, 'stored' | 'people'>,
): { stored: StoredComplaint } | { result: NotAdmitted } {
  const staff = staffFrom(
    token,
    people.find(({ id }) => id === token.id),
  );
  const anywhere = mayDo(staff, action, nowhere);
  if (!anywhere.allowed && (anywhere.why === 'role' || anywhere.why === 'disabled'))
    return { result: { type: 'denied', denied: anywhere, handler: undefined } };
  if (!stored) return { result: { type: 'unknown' } };
  const permission = mayDo(staff, action, stored.complaint);
  if (permission.allowed) return { stored };
  if (permission.why === 'complained-about' || permission.why === 'other-landlord')
    return { result: { type: 'unknown' } };
  return { result: { type: 'denied', denied: permission, handler: stored.complaint.handler } };
}
