import { describeDate } from '../domain/civil-date.ts';
import { escalate } from '../domain/commands/escalate.ts';
import type { Complaint } from '../domain/complaint.ts';
import { type Context, policyNow } from '../domain/decision.ts';
import { londonDateOf } from '../domain/london-time.ts';
import { sayRoute } from '../domain/notices/final-response.ts';
import { lastDayFor, ombudsmanInForce } from '../domain/ombudsman.ts';
import type { Point } from '../domain/points.ts';
import { lastDayToEscalate } from '../domain/window.ts';

/** Where residents can go on who are not satisfied: stage 2, and the Ombudsmen. */

/** @returns undefined where nobody could take a request for stage 2 now */
export function describeWayToStage2(complaint: Complaint, context: Context) {
  if (escalate(complaint, { type: 'Escalate' }, context).type === 'Refused') return undefined;
  const policy = policyNow(context);
  const { asked, questions } = policy.stage2.reasons;
  const until = lastDayToEscalate(complaint, context);
  const isLate = !complaint.respondedOn && complaint.status !== 'closed';
  const isOver = until !== undefined && until < londonDateOf(context.now);
  const note = [
    ...(isLate ? ['Our answer is late, and you do not have to wait for it.'] : []),
    `You can ask us to look at all of your complaint again${complaint.respondedOn ? ', or at a part of it' : ''}. This is stage 2. You do not have to say why.`,
    ...(until ? [`We normally ask people to tell us by ${describeDate(until)}.`] : []),
    ...(isOver ? ['That day has passed, but you can still ask.'] : []),
  ].join(' ');
  return {
    ...(until && { until }),
    note,
    ...(asked !== 'not-asked' && questions && { questions }),
  };
}

/** Of a point that went to stage 2: who takes it, and until when by their own law. Without a say of its own, each does. */
export function describeRoutes({ ombudsmen }: Point, complaint: Complaint, context: Context) {
  const { respondedOn: finalResponseOn, becameAwareOn: firstKnownOn } = complaint;
  if (!finalResponseOn) return undefined;
  return (ombudsmen ?? context.policy.ombudsmen).map((id) => {
    const ombudsman = ombudsmanInForce(context.ombudsmen, id, finalResponseOn);
    const until = lastDayFor(ombudsman, { finalResponseOn, firstKnownOn });
    const note = sayRoute(ombudsman, finalResponseOn, firstKnownOn);
    return { ombudsman: ombudsman.name, ...(until && { until }), note };
  });
}

/** How to reach the Ombudsmen today. */
export function describeOmbudsmen({ now, policy, ombudsmen }: Context) {
  return policy.ombudsmen.map((id) => {
    const { name, phone, website, address, advice } = ombudsmanInForce(ombudsmen, id, londonDateOf(now));
    return { name, phone, website, address, advice };
  });
}
