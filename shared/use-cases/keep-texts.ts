import type { TextRef } from '../domain/text.ts';
import type { RandomBytes } from '../ports/clock.ts';
import type { Text } from '../ports/personal-text.ts';
import { encode, saltedHash } from './timeline.ts';

/** Puts texts aside while a command is put together: the command names them, the transaction stores them. */
export interface TextKeeper {
  keep: (text: string) => TextRef;
  kept: Text[];
}

export function createTextKeeper(randomBytes: RandomBytes): TextKeeper {
  const kept: Text[] = [];
  return {
    kept,
    keep: (text) => {
      const id = encode(randomBytes(12));
      const salt = encode(randomBytes(16));
      kept.push({ id, text, salt });
      return { id, hash: saltedHash(salt, text) };
    },
  };
}
