import { addMinutes, type Instant } from '../../domain/london-time.ts';
import type { MailCap } from '../../domain/mail-caps.ts';
import type { SendSlot } from '../../ports/complaint-store.ts';
import type { ComplaintsTable } from './complaints-table.ts';
import { type Item, schemaVersion, toEpochSeconds } from './item.ts';
import type { Write } from './write.ts';

/**
 * What holds mail to its pace looks like this in the table. Seconds and days are in the keys: what DynamoDB deletes late
 * stands in nobody's way.
 */

/** Nobody asks for a slot of an hour ago, nor counts on a day before yesterday. */
const slotKeptMinutes = 60;
const countKeptMinutes = 2 * 24 * 60;

export function toSlotItem({ second, number }: SendSlot): Item {
  return {
    pk: `PACE#${second}`,
    sk: `SLOT#${number}`,
    schemaVersion,
    expiresAt: toEpochSeconds(addMinutes(second, slotKeptMinutes)),
  };
}

/** Counts one mail more, where that is within the limit. */
export function countMail(table: ComplaintsTable, { counter, limit }: MailCap, at: Instant): Write {
  const withinLimit = 'mails < :limit';
  return table.update(
    { pk: `CAP#${counter}`, sk: 'COUNT' },
    'SET schemaVersion = :schemaVersion, expiresAt = if_not_exists(expiresAt, :expiresAt) ADD mails :one',
    limit > 0 ? `attribute_not_exists(mails) OR ${withinLimit}` : withinLimit,
    {
      ':schemaVersion': schemaVersion,
      ':expiresAt': toEpochSeconds(addMinutes(at, countKeptMinutes)),
      ':one': 1,
      ':limit': limit,
    },
  );
}
