import type { Complaint } from './complaint.ts';
import { isCopyOwed, partyOfCopy } from './copies.ts';
import type { Extension } from './extension.ts';
import { holdsStill, isStillOwed, type NoticeKind } from './notices.ts';
import { isOpen, type Obligation } from './obligations.ts';

/** Nobody posts what does not hold any more, or rings for it: its obligation ends with its reason. */
export function endWhatIsMoot(state: Complaint): Complaint {
  const isMoot = (each: Obligation) => isOpen(each) && !isStillToGive(each, state);
  if (!state.obligations.some(isMoot)) return state;
  const obligations = state.obligations.map((each) =>
    isMoot(each) ? { ...each, ended: 'replaced' as const } : each,
  );
  return { ...state, obligations };
}

/** One that came too late binds us all the same: the resident has yet to hear of it. */
const toldStill: readonly Extension['state'][] = ['requested', 'too-late'];

function isStillToGive({ whom, gives }: Obligation, complaint: Complaint): boolean {
  if (!gives) return true;
  const { notice: id, reason } = gives;
  const kind = gives.kind as NoticeKind;
  const party = whom === 'copied' ? partyOfCopy(id) : undefined;
  if (party) return isCopyOwed({ id, kind, reason, recipient: { type: 'copied', party } }, party, complaint);
  const recipient = { type: 'complainant' } as const;
  if (kind !== 'extension') return isStillOwed({ id, kind, reason, recipient }, complaint);
  const isTold = complaint.extensions.some(({ notice, state }) => notice === id && toldStill.includes(state));
  return isTold && holdsStill({ kind, reason, recipient }, complaint);
}
