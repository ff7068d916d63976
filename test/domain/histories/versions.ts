import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { ComplaintEvent } from '../../../shared/domain/events.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { inForceOn } from './policies.ts';

/** Under which version of the policy each stage runs, told from events: the one in force on the day it began. */
export class Versions {
  readonly #policy: Policy;
  readonly #of = new Map<string, string>();

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  tell(event: ComplaintEvent): void {
    if (event.type === 'ComplaintReceived')
      this.#of.set('stage-1', inForceOn(this.#policy, event.receivedOn));
    if (event.type === 'EscalationRequested') this.#of.set('stage-2', inForceOn(this.#policy, event.on));
  }

  /** Whatever is done to the dates of a stage, and however late. */
  holdFor({ obligations }: Complaint): boolean {
    return obligations.every(({ kind, derivation }) => {
      const effectiveFrom = this.#of.get(kind.slice(0, 'stage-1'.length));
      return !effectiveFrom || ('policy' in derivation && derivation.policy.effectiveFrom === effectiveFrom);
    });
  }
}
