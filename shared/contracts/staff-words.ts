import * as z from 'zod/mini';
import { hazards, priorities } from '../domain/risks.ts';
import { statuses } from '../domain/statuses.ts';

/** What the answers for staff are written in. */

export const instantText = (description: string) => z.iso.datetime().check(z.describe(description));
export const dateText = (description: string) => z.iso.date().check(z.describe(description));
export const text = (description: string) => z.string().check(z.describe(description));
export const maybe = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(schema);
/** Present where something is so. */
export const flag = (description: string) => z.optional(z.literal(true).check(z.describe(description)));

export const staffId = text('Id of somebody on the staff.');
export const teamId = text('Id of the team.');
export const reference = text('Reference of the complaint.');
export const status = z.enum(statuses).check(z.describe('Where it stands at its stage.'));
export const stage = z.union([z.literal(1), z.literal(2)]).check(z.describe('The stage it is at.'));
export const priority = z
  .enum(priorities)
  .check(z.describe('What makes it urgent: a danger, or people who can bear it least.'));
export const hazardsFound = z
  .array(z.enum(hazards).check(z.describe('A danger.')))
  .check(z.describe('Dangers in the home that are known.'));
export const version = z
  .int()
  .check(
    z.describe(
      'Counts its changes, reminders and arrivals of mail apart; the ETag is this number in quotes.',
    ),
  );
