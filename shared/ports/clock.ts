import type { Instant } from '../domain/london-time.ts';

/** Called once per command or sweep, never when a function starts: a frozen clock would be a statutory error. */
export type Clock = () => Instant;

/** Unguessable bytes, for references and salts. */
export type RandomBytes = (count: number) => Uint8Array;
