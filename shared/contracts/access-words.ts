import * as z from 'zod/mini';
import { statuses } from '../domain/statuses.ts';

/** What the answers for residents are written in. */

export const told = (description: string) => z.string().check(z.describe(description));
export const day = (description: string) => z.iso.date().check(z.describe(description));

export const about = { reference: 'Names the complaint, as the receipt tells it.' };
export const status = z.enum(statuses).check(z.describe('Where the complaint stands at its stage.'));
