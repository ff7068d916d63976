import type { Circuit } from '../domain/circuit.ts';

/** Where all senders read, and tell one another, whether mail may leave at all. The last to tell is believed. */
export interface CircuitKeeper {
  /** closed where nothing was ever told */
  read(): Promise<Circuit>;
  save(circuit: Circuit): Promise<void>;
}
