import type * as z from 'zod/mini';
import type { consentBody } from '../../shared/contracts/staff-commands/parties.ts';
import type { StaffId } from '../../shared/domain/staff.ts';
import type { StaffRequest } from '../../shared/use-cases/handle-staff-command.ts';
import { sayOtherWays } from '../../shared/use-cases/intake.ts';
import { saltedHash } from '../../shared/use-cases/timeline.ts';
import { given, keepIfSent } from './commands/translation.ts';

/** Where somebody else speaks for the person now, the parties are written anew: who it was is kept as a text. */
export function buildConsent(by: StaffId, sent: unknown): StaffRequest['build'] {
  const { representative, consent, capacity, ...body } = sent as z.infer<typeof consentBody>;
  return ({ keep, personal }) => {
    const { name } = representative ?? personal?.representative ?? {};
    const record = {
      type: 'RecordConsent',
      by,
      ...given(body, keep),
      consent,
      capacity,
      evidence: keepIfSent(body.evidence, keep),
      speaker: consent === 'asked' ? keepIfSent(name, keep) : undefined,
    } as const;
    if (!representative) return { command: record };
    if (!personal) throw new Error('the personal text of the complaint is not there');
    const { salt, ...before } = personal;
    const after = { ...before, representative };
    const named = {
      reachableByEmail: representative.email !== undefined,
      ...sayOtherWays(representative),
      was: keep(JSON.stringify(before.representative ?? null)),
      personalTextHash: saltedHash(salt, after),
    };
    return { command: { ...record, named }, personal: { ...after, salt } };
  };
}
