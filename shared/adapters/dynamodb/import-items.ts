import * as z from 'zod/mini';
import { type Reference, referenceSchema } from '../../domain/reference.ts';
import { type Item, pick, schemaVersion } from './item.ts';

/** What says that a complaint of a landlord's old records was imported, and what it is called here. */

export const markerKey = (landlord: string, id: string) => ({ pk: `IMPORT#${landlord}#${id}`, sk: 'MARKER' });

export function toMarkerItem(landlord: string, id: string, reference: Reference): Item {
  return { ...markerKey(landlord, id), schemaVersion, reference };
}

const markerItem = z.object({ reference: referenceSchema });

export function fromMarkerItem(item: Item): Reference {
  return markerItem.parse(pick(item, ['reference'])).reference;
}
