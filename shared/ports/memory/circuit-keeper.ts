import { closedCircuit } from '../../domain/circuit.ts';
import type { CircuitKeeper } from '../circuit-keeper.ts';

/** The circuit in memory: the same promises as on DynamoDB, kept by the same suite. */
export function createMemoryCircuitKeeper(): CircuitKeeper {
  let kept = closedCircuit;
  return {
    async read() {
      return structuredClone(kept);
    },

    async save(circuit) {
      kept = structuredClone(circuit);
    },
  };
}
