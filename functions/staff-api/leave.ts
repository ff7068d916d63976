import type * as z from 'zod/mini';
import type { departureBody } from '../../shared/contracts/staff-commands/parties.ts';
import type { StaffId } from '../../shared/domain/staff.ts';
import type { PersonalText } from '../../shared/ports/personal-text.ts';
import type { StaffRequest } from '../../shared/use-cases/handle-staff-command.ts';
import { mayBeMailed, sayOtherWays, sayPhoneAgreed, waysTo } from '../../shared/use-cases/intake.ts';
import { residentIdOf } from '../../shared/use-cases/record-ids.ts';
import { saltedHash } from '../../shared/use-cases/timeline.ts';
import { keepIfSent } from './commands/translation.ts';

/** Where the lead leaves, the parties are written anew: who they were is kept as a text. */
export function buildDeparture(by: StaffId, sent: unknown): StaffRequest['build'] {
  const { happenedAt, party, lead, reason } = sent as z.infer<typeof departureBody>;
  return ({ keep, complaint, personal }) => {
    const leaves = { type: 'LeaveComplaint', by, happenedAt, party, lead } as const;
    const why = { reason: keepIfSent(reason, keep) };
    const after = personal && lead !== undefined ? ledBy(personal, lead) : undefined;
    if (!personal || !after) return { command: { ...leaves, ...why } };
    const { salt, ...text } = after;
    const { complainant, others } = personal;
    return {
      command: {
        ...leaves,
        was: keep(JSON.stringify({ complainant, others })),
        personalTextHash: saltedHash(salt, text),
        reachableByEmail: mayBeMailed(text),
        ...sayOtherWays(text.complainant),
        ...sayPhoneAgreed(text.complainant),
        canBeReached: waysTo(text.complainant).canBeReached,
        resident: residentIdOf(complaint.landlord, text.complainant),
        ...why,
      },
      personal: after,
    };
  };
}

/** One of the others leads; undefined where there is no such party, of which the rules tell whoever asked. */
function ledBy(personal: PersonalText, lead: string): PersonalText | undefined {
  const found = personal.others?.find((each) => each.party === lead);
  if (!found) return undefined;
  const { party: _, ...complainant } = found;
  const { others: before = [], ...rest } = personal;
  const others = before.filter((each) => each.party !== lead);
  return { ...rest, complainant, ...(others.length > 0 && { others }) };
}
