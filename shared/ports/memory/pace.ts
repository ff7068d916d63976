import type { MailCap } from '../../domain/mail-caps.ts';
import type { OverCap, SendSlot } from '../complaint-store.ts';

/** What holds mail to its pace, in memory. */
export interface KeptPace {
  /** takes the slot and counts one mail more in each counter, or does nothing and says why */
  take(slot: SendSlot, caps: readonly MailCap[]): 'slot-taken' | OverCap | undefined;
}

export function keepPace(): KeptPace {
  const slots = new Set<string>();
  const mails = new Map<string, number>();
  const countOf = ({ counter }: MailCap) => mails.get(counter) ?? 0;
  return {
    take({ second, number }, caps) {
      const over = caps.filter((cap) => countOf(cap) >= cap.limit);
      if (over.length > 0) return { over };
      const slot = `${second}#${number}`;
      if (slots.has(slot)) return 'slot-taken';
      slots.add(slot);
      for (const cap of caps) mails.set(cap.counter, countOf(cap) + 1);
      return undefined;
    },
  };
}
