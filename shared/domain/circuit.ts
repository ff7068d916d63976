import * as z from 'zod/mini';
import { instantSchema } from './instant.ts';
import { addMinutes, type Instant } from './london-time.ts';
import type { SendOutcome } from './sending.ts';

/**
 * Whether mail may leave at all. It opens where the mail system takes no mail whoever it is to; from then on one notice
 * at a time asks whether it does again, and none is the worse for having asked.
 */
export const circuitSchema = z.strictObject({
  /** attempts in a row that the mail system did not take, whoever they were to */
  failuresInRow: z.int(),
  opened: z.optional(
    z.strictObject({
      at: instantSchema,
      /** an error's name, never its text */
      error: z.string(),
      /** how often it was asked since */
      probes: z.int(),
      probeAt: instantSchema,
    }),
  ),
});
export type Circuit = z.infer<typeof circuitSchema>;

export const closedCircuit: Circuit = { failuresInRow: 0 };

/** So many failures of single mails in a row are taken for one of the mail system. */
const failuresToOpen = 3;
const longestGapMinutes = 10;

/**
 * The circuit after one attempt; where it is open then, the attempt did not count against its notice, unless it failed
 * by its own fault: that says nothing of the circuit.
 */
export function afterAttempt(circuit: Circuit, outcome: SendOutcome, now: Instant): Circuit {
  if (isOfMail(outcome)) return circuit;
  if (outcome.type === 'accepted' || outcome.type === 'refused') return closedCircuit;
  const failuresInRow = circuit.failuresInRow + 1;
  const { opened } = circuit;
  if (!opened && outcome.type !== 'stop-the-line' && failuresInRow < failuresToOpen) return { failuresInRow };
  const probes = opened ? opened.probes + 1 : 0;
  return {
    failuresInRow,
    opened: {
      at: opened?.at ?? now,
      error: outcome.error,
      probes,
      probeAt: addMinutes(now, Math.min(2 ** probes, longestGapMinutes)),
    },
  };
}

/** Whether an attempt failed for a reason of its own mail. */
export function isOfMail(outcome: SendOutcome): boolean {
  return outcome.type === 'retry' && outcome.ofMail === true;
}

/** How many notices may be sent now: any number, one to ask with, or none. */
export function admits({ opened }: Circuit, now: Instant): 'all' | 'one' | 'none' {
  if (!opened) return 'all';
  return opened.probeAt <= now ? 'one' : 'none';
}
