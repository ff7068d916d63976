import type { Exclude } from '../../shared/domain/commands/exclude.ts';
import type { ExcludePoints } from '../../shared/domain/commands/exclude-points.ts';
import { handler, textRef } from './complaints.ts';
import { date } from './rules.ts';

const decision = {
  by: handler,
  ground: 'already-considered',
  reasons: textRef(3),
  evidence: textRef(21),
  discretion: textRef(22),
  roles: ['handler'],
} as const;

/** A decision not to take a complaint on, with all that it says; its ground is on every landlord's list. */
export const excluding: Exclude = { type: 'Exclude', ...decision };

/** The same of the first point. */
export const excludingPoint: ExcludePoints = { type: 'ExcludePoints', points: ['point-1'], ...decision };

/** What it leaves on record. */
export const excludedFor = {
  ground: decision.ground,
  reasons: decision.reasons,
  evidence: decision.evidence,
  discretion: decision.discretion,
};

/** What a claim at court adds, without which its ground does not hold. */
export const atCourt = (claimFiledOn: Exclude['claimFiledOn']) => ({
  ground: 'legal-proceedings',
  claimFiledOn,
});

/** What is known of a matter that is too old by every landlord's limit and by the Code. */
export const longAgo = {
  issueOccurredOn: date('2024-01-10'),
  becameAwareOn: date('2024-02-01'),
  standing: 'former-tenant',
  tenancyEndedOn: date('2024-06-30'),
} as const;
