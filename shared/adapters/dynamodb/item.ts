import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { dueShards } from '../../contracts/names.ts';
import type { Instant } from '../../domain/london-time.ts';
import { nameOwner, ownerNamed } from '../../domain/notice-owner.ts';
import type { Reference } from '../../domain/reference.ts';

/** What all items have in common. Every item is parsed when it is read. */

export type Item = Record<string, unknown>;
export interface Key {
  pk: string;
  sk: string;
}

export const schemaVersion = 1;
const versioned = z.object({ schemaVersion: z.literal(schemaVersion) });

/** The named attributes of an item of our schema version; an item of another is a fault, never misread. */
export function pick(item: Item, attributes: string[]): Item {
  versioned.parse(item);
  return Object.fromEntries(attributes.filter((name) => name in item).map((name) => [name, item[name]]));
}

export function complaintPartition(reference: Reference): string {
  return nameOwner({ type: 'complaint', reference });
}

const keySchema = z.object({ pk: z.string(), sk: z.string() });

export function keyOf(item: Item): Key {
  return keySchema.parse(item);
}

/** The complaint that an entry of an index points to. */
export function referenceOf(item: Item): Reference {
  const { pk } = keyOf(item);
  const owner = ownerNamed(pk);
  if (owner.type !== 'complaint') throw new Error(`${pk} is no complaint`);
  return owner.reference;
}

/** Sort key of the `due` index. Instants are fixed-width, so that text order is time order. */
export function dueSortKey(at: Instant, key: Key): string {
  return `${at}#${key.pk}#${key.sk}`;
}

/** The same sort key at another instant. */
export function moveDueSortKey(before: string, at: Instant): string {
  return before.replace(/^[^#]*/, at);
}

/** Upper bound of what is due at an instant, that instant included: `$` is the character after `#`. */
export function dueBound(now: Instant): string {
  return `${now}$`;
}

/** @param name of what is to be found in the `due` index, always the same for the same thing */
export function shardOf(name: string): number {
  return (createHash('sha256').update(name).digest()[0] ?? 0) % dueShards.length;
}

/** The unit of DynamoDB's time to live. */
export function toEpochSeconds(at: Instant): number {
  return Math.floor(Date.parse(at) / 1000);
}
