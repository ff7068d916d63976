import type * as z from 'zod/mini';
import type { ComplaintEvent, EventOf } from '../../domain/events.ts';

/** Which fields of each event type other systems are told of, and in which form. What is not named stays here. */
export type PublishedFields = {
  [Type in ComplaintEvent['type']]: { [Field in Exclude<keyof EventOf<Type>, 'type'>]?: z.ZodMiniType };
};
