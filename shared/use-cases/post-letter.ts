import { mayDo } from '../domain/authorization.ts';
import type { Instant } from '../domain/london-time.ts';
import type { Clock } from '../ports/clock.ts';
import { admitToLandlord, type LandlordAdmission, type NotAdmittedToLandlord } from './admit-to-landlord.ts';
import type { CommandPorts } from './handle-command.ts';
import { handleStaffCommand, type StaffCommandResult, type StaffRequest } from './handle-staff-command.ts';
import { letterNamed } from './letter-name.ts';
import { isLetter } from './read-letter.ts';

/** Somebody on the staff says that a letter was posted. */
export interface Posting extends Pick<StaffRequest, 'token' | 'key' | 'requestHash' | 'answer'> {
  landlord: string;
  /** of the letter */
  name: string;
  happenedAt: Instant | undefined;
  evidence: string | undefined;
}

export type PostLetterPorts = CommandPorts & LandlordAdmission & { clock: Clock };

export type PostingResult =
  | StaffCommandResult
  | { type: 'unknown-letter' }
  | { type: 'not-admitted'; refusal: NotAdmittedToLandlord };

/**
 * Records that a letter was posted. It is no decision on the state of the complaint, so that it names no version: whatever
 * changed meanwhile, it was posted all the same.
 *
 * @returns `unknown-letter` too where whoever asks may not know of it
 */
export async function postLetter(
  ports: PostLetterPorts,
  { landlord, name, happenedAt, evidence, ...asked }: Posting,
): Promise<PostingResult> {
  const { token } = asked;
  const admitted = await admitToLandlord(ports, token, 'read-letters', landlord);
  if ('refusal' in admitted) return { type: 'not-admitted', refusal: admitted.refusal };
  const anywhere = mayDo(admitted.staff, 'give-notice', { landlord, staffComplainedAbout: [], stage: 1 });
  if (!anywhere.allowed) return { type: 'denied', denied: anywhere, handler: undefined };
  const key = letterNamed(name);
  const bundle = key && (await ports.store.loadNotice(key));
  const complaint = bundle?.stored?.complaint;
  if (!key || !complaint || complaint.landlord !== landlord || !isLetter(bundle.notice, complaint))
    return { type: 'unknown-letter' };
  const { id, kind } = bundle.notice;
  const result = await handleStaffCommand(ports, {
    ...asked,
    action: 'give-notice',
    reference: key.reference,
    people: [],
    build: ({ keep }) => ({
      command: {
        type: 'GiveNotice',
        by: token.id,
        notice: id,
        kind,
        way: 'letter',
        happenedAt,
        evidence: evidence === undefined ? undefined : keep(evidence),
      },
    }),
  });
  return result.type === 'unknown' ? { type: 'unknown-letter' } : result;
}
