import * as z from 'zod/mini';
import { channels } from '../../domain/channels.ts';
import { capacities, consents, copiesOf, makers, standings, tenures } from '../../domain/parties.ts';
import { categories } from '../../domain/risks.ts';
import {
  by,
  dangers,
  day,
  excludedFor,
  given,
  instant,
  maybeOwed,
  missing,
  obligations,
  ombudsman,
  party,
  points,
  reference,
  staff,
  told,
  yes,
} from './parts.ts';
import type { PublishedFields } from './published-fields.ts';

const known = {
  category: z.optional(z.enum(categories)),
  standing: z.optional(z.enum(standings)),
  tenure: z.optional(z.enum(tenures)),
  tenancyEndedOn: z.optional(day),
  issueOccurredOn: z.optional(day),
  becameAwareOn: z.optional(day),
};

/**
 * Of who complains and about what. What people told of their health and needs stays here, and so do whom a complaint is
 * about, who has an interest in it, and the ids of records, which are hashes of what identifies somebody.
 */
export const door = {
  ComplaintReceived: {
    policyEffectiveFrom: day,
    channel: z.enum(channels),
    receivedAt: instant,
    receivedOn: day,
    loggedAt: instant,
    loggedBy: z.optional(staff),
    ...known,
    raisedIn: z.optional(reference),
    madeBy: z.enum(makers),
    chosenOn: z.optional(day),
    enquiry: z.optional(z.strictObject({ reference, firstContactOn: day })),
    imported: yes,
    hazards: z.optional(dangers),
    missing,
    obligations,
  },
  ComplaintTriaged: {
    ...by,
    on: day,
    hazards: z.optional(dangers),
    ...known,
    missing,
    obligation: maybeOwed,
  },
  ConsentRecorded: {
    ...by,
    on: day,
    capacity: z.optional(z.enum(capacities)),
    consent: z.enum(consents),
    missing,
    obligation: maybeOwed,
  },
  CopiesInstructed: { ...by, party, copies: z.enum(copiesOf) },
  ConflictDeclared: { ...by, ended: yes },
  PartyLeft: { ...by, on: day, party, lead: z.optional(party), missing, obligation: maybeOwed },
  PartyCorrected: {
    ...by,
    madeBy: z.optional(z.enum(makers)),
    another: yes,
    missing,
    obligation: maybeOwed,
    on: z.optional(day),
  },
  SubjectsCorrected: by,
  SafeContactSet: by,
  PointsExcluded: { ...by, ...given, points, ...excludedFor },
  PointsAccepted: { ...by, ...told, on: day, points, ombudsman: z.optional(ombudsman) },
  ComplaintMerged: { ...by, on: day, merged: reference, hazards: dangers, missing, obligation: maybeOwed },
  MergedInto: { ...by, ...told, on: day, into: reference },
  ComplaintsLinked: { ...by, on: day, related: reference },
} satisfies Partial<PublishedFields>;
