import { obligationBody } from '../../shared/contracts/intake.ts';
import { explainDeadline } from '../../shared/domain/explain-deadline.ts';
import type { Obligation } from '../../shared/domain/obligations.ts';
import { isProvisional } from '../../shared/domain/provisional.ts';

/** A dated promise as residents see it. */
export function describeObligation(obligation: Obligation) {
  const { kind, dueOn, projected } = obligation;
  return obligationBody.parse({
    kind,
    dueOn,
    explanation: explainDeadline(obligation),
    ...(projected && { projected }),
    ...(isProvisional(obligation) && { provisional: true }),
  });
}
