import type * as z from 'zod/mini';
import type { correctionBody } from '../../shared/contracts/staff-commands.ts';
import type { StaffId } from '../../shared/domain/staff.ts';
import type { StaffRequest } from '../../shared/use-cases/handle-staff-command.ts';
import { mayBeMailed } from '../../shared/use-cases/receive-complaint.ts';
import { saltedHash } from '../../shared/use-cases/timeline.ts';

/** A date, whom the complaint is about, or the party: what was written before is kept as a text, so that it can be shown what changed. */
export function buildCorrection(by: StaffId, sent: unknown): StaffRequest['build'] {
  const { happenedAt, received, acknowledged, complainant, staffComplainedAbout, reason } = sent as z.infer<
    typeof correctionBody
  >;
  return ({ keep, personal }) => {
    if (received)
      return {
        command: {
          type: 'CorrectDate',
          by,
          happenedAt,
          what: 'received',
          is: received,
          reason: keep(reason),
        },
      };
    if (acknowledged)
      return {
        command: {
          type: 'CorrectDate',
          by,
          happenedAt,
          what: 'acknowledged',
          is: acknowledged,
          reason: keep(reason),
        },
      };
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
