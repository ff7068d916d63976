import type * as z from 'zod/mini';
import type { correctionBody } from '../../shared/contracts/staff-commands/inquiry.ts';
import type { CorrectDate } from '../../shared/domain/commands/correct-date.ts';
import type { StaffId } from '../../shared/domain/staff.ts';
import type { PersonalText } from '../../shared/ports/personal-text.ts';
import type { StaffRequest } from '../../shared/use-cases/handle-staff-command.ts';
import { mayBeMailed, sayOtherWays, sayPhoneAgreed, waysTo } from '../../shared/use-cases/intake.ts';
import { calledOf, recordsAfter } from '../../shared/use-cases/record-ids.ts';
import { saltedHash } from '../../shared/use-cases/timeline.ts';

type Correction = z.infer<typeof correctionBody>;

/** A date, whom the complaint is about, or the party: what was written before is kept as a text, so that it can be shown what changed. */
export function buildCorrection(by: StaffId, sent: unknown): StaffRequest['build'] {
  const correction = sent as Correction;
  const { happenedAt, complainant, staffComplainedAbout, reason } = correction;
  return ({ keep, complaint, personal }) => {
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
    const corrected = complainant && withNote(complainant, before.complainant);
    const after = { ...before, complainant: corrected };
    return {
      command: {
        type: 'CorrectParty',
        by,
        happenedAt,
        was: keep(JSON.stringify(before.complainant ?? null)),
        personalTextHash: saltedHash(salt, after),
        reachableByEmail: mayBeMailed(after),
        ...sayOtherWays(corrected),
        ...sayPhoneAgreed(corrected),
        canBeReached: waysTo(corrected).canBeReached,
        isAnother: isRenamed(before.complainant, corrected),
        ...recordsAfter(complaint, before.complainant, corrected),
        reason: keep(reason),
      },
      personal: { ...after, salt },
    };
  };
}

/** What was to be minded when making contact holds until something else is said of it: nobody is mailed for a typing error. */
function withNote(
  sent: NonNullable<Correction['complainant']>,
  before: PersonalText['complainant'],
): NonNullable<PersonalText['complainant']> {
  const { safeContact } = before ?? {};
  const isSaid = sent.safeContact !== undefined || sent.preferredChannel !== undefined;
  return safeContact === undefined || isSaid ? sent : { ...sent, safeContact };
}

/** However a name is spelt in case, accents and titles, it is the same. */
function isRenamed(before: PersonalText['complainant'], after: PersonalText['complainant']): boolean {
  return before !== undefined && after !== undefined && calledOf(before) !== calledOf(after);
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
