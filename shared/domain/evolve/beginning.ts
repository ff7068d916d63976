import type { Complaint } from '../complaint.ts';
import type { EventOf } from '../events.ts';

/** A complaint as its receipt leaves it. */
export function begin(event: EventOf<'ComplaintReceived'>): Complaint {
  const { type: _, personalTextHash: __, reachableByEmail, otherWays = [], ...received } = event;
  const { conflicts = [], others = [], hazards = [], vulnerabilities = [], missing = [], ...said } = received;
  return {
    ...said,
    eventCount: 1,
    revision: 1,
    others,
    hazards,
    vulnerabilities,
    missing,
    conflicts,
    merged: [],
    related: [],
    stage: 1,
    status: 'received',
    decidedStage1: [],
    decidedStage2: [],
    escalationsRefused: [],
    overruled: [],
    party: 1,
    emailGiven: reachableByEmail,
    reachableByEmail: reachableByEmail && !said.unsafeToMail,
    otherWays,
    residentUnreached: false,
    points: [],
    extensions: [],
    actions: [],
    questions: [],
    messages: [],
    issues: [],
    offers: [],
    handovers: [],
    lessons: [],
    ombudsmanRequests: [],
    determinations: [],
    orders: [],
    adjustments: [],
    restrictions: [],
    supporters: [],
  };
}
