import * as z from 'zod/mini';
import type { Instant } from './london-time.ts';

/** An instant as it is stored: fixed-width UTC with milliseconds. */
export const instantSchema = z.custom<Instant>(
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
);
