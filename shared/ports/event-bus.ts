import type { Reference } from '../domain/reference.ts';

/** What other systems are told of one event of a complaint, written out. */
export interface BusEvent {
  reference: Reference;
  sequence: number;
  type: string;
  /** JSON */
  detail: string;
}

/** `failed` may go well another time; `refused` never does, whoever sends it again. */
export type Put = 'put' | 'failed' | 'refused';

/** Where other systems hear of what happens to complaints. */
export interface EventBus {
  /** what one call takes at most */
  limits: { events: number; bytes: number };
  /** what an event takes of a call */
  bytesOf(event: BusEvent): number;
  /**
   * Puts the events of one call on the bus, which may take some and not others.
   *
   * @returns how each went
   * @throws where nobody knows whether any was taken
   */
  put(events: readonly BusEvent[]): Promise<Put[]>;
}
