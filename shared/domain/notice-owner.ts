import * as z from 'zod/mini';
import { referenceSchema } from './reference.ts';
import { staffIdSchema } from './staff.ts';

/** What a notice belongs to and is kept with: the complaint that it is about, or a landlord itself. */
export const noticeOwnerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('complaint'), reference: referenceSchema }),
  /** what reached a landlord and is no complaint */
  z.strictObject({ type: z.literal('enquiry'), reference: referenceSchema }),
  z.strictObject({ type: z.literal('landlord'), landlord: z.string().check(z.minLength(1)) }),
  /** one of the staff, of everything that is theirs, at one landlord or several */
  z.strictObject({ type: z.literal('staff'), person: staffIdSchema }),
]);
export type NoticeOwner = z.infer<typeof noticeOwnerSchema>;

/** An owner's name, the same for ever: its notices are found under it. */
export function nameOwner(owner: NoticeOwner): string {
  switch (owner.type) {
    case 'complaint':
      return `COMPLAINT#${owner.reference}`;
    case 'enquiry':
      return `ENQUIRY#${owner.reference}`;
    case 'landlord':
      return `LANDLORD#${owner.landlord}`;
    case 'staff':
      return `STAFF#${owner.person}`;
  }
}

/** @throws Error where no owner can have that name */
export function ownerNamed(name: string): NoticeOwner {
  const [prefix, id] = name.split('#', 2);
  switch (prefix) {
    case 'COMPLAINT':
      return noticeOwnerSchema.parse({ type: 'complaint', reference: id });
    case 'ENQUIRY':
      return noticeOwnerSchema.parse({ type: 'enquiry', reference: id });
    case 'LANDLORD':
      return noticeOwnerSchema.parse({ type: 'landlord', landlord: id });
    case 'STAFF':
      return noticeOwnerSchema.parse({ type: 'staff', person: id });
    default:
      throw new Error(`${name} is the name of no owner`);
  }
}
