import type * as z from 'zod/mini';
import type { correctionBody } from '../../shared/contracts/staff-commands/inquiry.ts';
import type { CorrectDate } from '../../shared/domain/commands/correct-date.ts';
import type { StaffId } from '../../shared/domain/staff.ts';
import type { StaffRequest } from '../../shared/use-cases/handle-staff-command.ts';
import { mayBeMailed } from '../../shared/use-cases/receive-complaint.ts';
import { saltedHash } from '../../shared/use-cases/timeline.ts';

type Correction = z.infer<typeof correctionBody>;

/** A date, whom the complaint is about, or the party: what was written before is kept as a text, so that it can be shown what changed. */
export function buildCorrection(by: StaffId, sent: unknown): StaffRequest['build'] {
  const correction = sent as Correction;
  const { happenedAt, complainant, staffComplainedAbout, reason } = correction;
  return ({ keep, personal }) => {
    const date = dateOf(correction);
    if (date) return { command: { type: 'CorrectDate', by, happenedAt, ...date, reason: keep(reason) } };
    if (staffComplainedAbout)
      return {
        command: {
          type: 'CorrectSubjects',
          by,
          happenedAt,
          staffComplainedAbout,
          reason: keep(reason),
        },
      };
    if (!personal) throw new Error('the personal text of the complaint is not there');
    const { salt, ...before } = personal;
    const after = { ...before, complainant };
    return {
      command: {
        type: 'CorrectParty',
        by,
        happenedAt,
        was: keep(JSON.stringify(before.complainant ?? null)),
        personalTextHash: saltedHash(salt, after),
        reachableByEmail: mayBeMailed(after),
        reason: keep(reason),
      },
      personal: { ...after, salt },
    };
  };
}

function dateOf({
  received,
  acknowledged,
  escalationRequested,
  escalationAcknowledged,
}: Correction): Pick<CorrectDate, 'what' | 'is'> | undefined {
  if (received) return { what: 'received', is: received };
  if (acknowledged) return { what: 'acknowledged', is: acknowledged };
  if (escalationRequested) return { what: 'escalation-requested', is: escalationRequested };
  return escalationAcknowledged && { what: 'escalation-acknowledged', is: escalationAcknowledged };
}
