import * as z from 'zod/mini';
import type { DepartureKind } from '../domain/departures/rule.ts';

const text = (description: string) => z.string().check(z.describe(description));

export const landlordPolicyPath = z.strictObject({
  landlord: text('Id of the landlord whose policy it is, such as day-zero.'),
});

const kinds = ['departs', 'unstated', 'stricter'] as const satisfies DepartureKind[];

const departure = z
  .strictObject({
    kind: z
      .enum(kinds)
      .check(z.describe('Less than the Code, silent where the Code speaks, or more than the Code asks.')),
    clause: text('Of the Complaint Handling Code 2024.'),
    field: text('The field of the policy that it is about.'),
    policy: text('What the policy says.'),
    code: text('What the Code says.'),
  })
  .check(z.describe('One place where a policy and the Code differ.'));

/** `GET /staff/landlords/{landlord}/policy/departures` */
export const departuresBody = z
  .strictObject({
    landlord: text('Id of the landlord.'),
    versions: z
      .array(
        z
          .strictObject({
            effectiveFrom: z.iso.date().check(z.describe('The first day on which it is in force.')),
            inForce: z.boolean().check(z.describe('Whether it is in force today.')),
            departures: z.array(departure).check(z.describe('In the order of the Code’s clauses.')),
          })
          .check(z.describe('A version of the policy.')),
      )
      .check(z.describe('Every version, the oldest first.')),
  })
  .check(z.describe('Where a landlord’s policy and the Code differ.'));
