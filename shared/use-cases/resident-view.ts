import type { Complaint } from '../domain/complaint.ts';
import type { Context } from '../domain/decision.ts';
import { londonDateOf } from '../domain/london-time.ts';
import type { Stage } from '../domain/stages.ts';
import { mayLackOmbudsman, noAutomaticRight } from '../domain/standing.ts';
import type { Status } from '../domain/statuses.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import { describeLetters } from './resident-view-letters.ts';
import { describeParties } from './resident-view-parties.ts';
import {
  describeActions,
  describeAnswering,
  describeExtension,
  describeMessages,
  describePoints,
  describePromises,
  type ReadText,
} from './resident-view-parts.ts';
import {
  describeArrangements,
  describeEscalation,
  describeIssues,
  describeOffers,
} from './resident-view-redress.ts';
import { describeOmbudsmen, describeWayToStage2 } from './resident-view-ways.ts';

const ended = {
  closed: 'Your complaint is closed.',
  withdrawn: 'Your complaint was withdrawn.',
  excluded:
    'We have not taken your complaint on. We wrote to you why. You can take that decision to the Ombudsman.',
  merged:
    'We deal with this together with another complaint. We wrote to you which one, and keep every word of yours.',
};

const standings: Record<Stage, Record<Status, string>> = {
  1: {
    received: 'We have your complaint and have not acknowledged it yet.',
    acknowledged: 'We have acknowledged your complaint and are working on our answer.',
    responded: 'We have answered your complaint.',
    ...ended,
  },
  2: {
    received: 'We have your request for stage 2 and have not acknowledged it yet.',
    acknowledged: 'We have acknowledged your request for stage 2 and are looking at your complaint again.',
    responded: 'We have given you our final answer. The next step is the Ombudsman.',
    ...ended,
  },
};

/**
 * Everything that residents see of their complaint: what they told us and what they were told, and nothing of the work
 * on it. Whatever is shown is named here; what a complaint may hold besides stays out.
 *
 * @param context what a request for stage 2 would be decided by now
 */
export function describeForResident(
  complaint: Complaint,
  texts: ReadonlyMap<string, string>,
  notices: readonly Notice[],
  context: Context,
  personal?: PersonalText,
) {
  const { reference, stage, status, receivedAt, stage1, mergedInto } = complaint;
  const read: ReadText = ({ id }) => texts.get(id) ?? 'This text is no longer kept.';
  const { name, contact, supporters } = context.policy;
  const { email, phone, address } = contact;
  const canEscalate = describeWayToStage2(complaint, context);
  const extension = describeExtension(complaint, read);
  return {
    reference,
    landlord: { name, email, phone, address },
    stage,
    status,
    standing: standings[stage][status],
    receivedAt,
    ...describeAnswering(complaint),
    ...(stage1 && { stage1: describeAnswering(stage1) }),
    ...describeEscalation(complaint, read),
    ...(mergedInto && { mergedInto }),
    ...(canEscalate && { canEscalate }),
    next: describePromises(complaint, londonDateOf(context.now)),
    ...(extension && { extension }),
    points: describePoints(complaint, read, context),
    issues: describeIssues(complaint, read),
    actions: describeActions(complaint, read),
    offers: describeOffers(complaint, read),
    ...describeArrangements(complaint, read),
    messages: describeMessages(complaint, read),
    sent: describeLetters(notices, complaint),
    ombudsmen: describeOmbudsmen(context),
    ...(mayLackOmbudsman(complaint, context.policy) && { ombudsmanNote: `${noAutomaticRight}.` }),
    parties: describeParties(complaint, personal),
    ...(supporters && { supporters }),
  };
}

export type ResidentView = ReturnType<typeof describeForResident>;
