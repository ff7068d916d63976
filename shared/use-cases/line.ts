import { admits, afterAttempt, type Circuit, isOfMail } from '../domain/circuit.ts';
import type { Instant } from '../domain/london-time.ts';
import type { SendOutcome } from '../domain/sending.ts';
import type { CircuitKeeper } from '../ports/circuit-keeper.ts';
import type { Clock } from '../ports/clock.ts';

/** The circuit as one run of a sender knows it. */
export interface Line {
  isOpen(): boolean;
  /** how many notices may be sent now: any number, one to ask with, or none */
  admits(): ReturnType<typeof admits>;
  /** how often it was asked since it opened; 0 where it is not open */
  probes(): number;
  begin(): Attempt;
  /** tells other senders at once that it opened, closed or was asked in vain */
  tell(): Promise<void>;
  /** tells the next run how many failed in a row */
  end(): Promise<void>;
}

/** One notice on its way to the mail system. */
export interface Attempt {
  /** false once the line has opened before the notice was claimed */
  mayGoOn(): boolean;
  /** @returns whether the attempt counts against its notice */
  end(outcome: SendOutcome, at: Instant): boolean;
}

/** Reads the circuit once, for a run of some seconds. */
export async function readLine(keeper: CircuitKeeper, clock: Clock): Promise<Line> {
  let circuit = await keeper.read();
  let told = circuit;
  const save = async () => {
    told = circuit;
    await keeper.save(circuit);
  };
  return {
    isOpen: () => circuit.opened !== undefined,
    admits: () => admits(circuit, clock()),
    probes: () => circuit.opened?.probes ?? 0,
    begin() {
      const asks = circuit.opened !== undefined;
      return {
        mayGoOn: () => asks || circuit.opened === undefined,
        end(outcome, at) {
          const after = afterAttempt(circuit, outcome, at);
          // What was under way when it opened did not ask whether it may close: only that it was taken is an answer.
          if (asks || !circuit.opened || !after.opened) circuit = after;
          return circuit.opened === undefined || isOfMail(outcome);
        },
      };
    },
    async tell() {
      if (!isSameOpening(circuit, told)) await save();
    },
    async end() {
      if (!isSameOpening(circuit, told)) return save();
      if (circuit.failuresInRow === told.failuresInRow) return;
      // Another sender may have opened it meanwhile, which says more than a count.
      if ((await keeper.read()).opened === undefined) await save();
    },
  };
}

function isSameOpening({ opened: one }: Circuit, { opened: other }: Circuit): boolean {
  return one?.at === other?.at && one?.probes === other?.probes;
}
