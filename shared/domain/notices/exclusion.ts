import { type CivilDate, describeDate } from '../civil-date.ts';
import { type Complaint, openAcknowledgement, openResponse } from '../complaint.ts';
import type { EventOf } from '../events.ts';
import type { HandoverTo } from '../exclusion-parts.ts';
import { explainDeadline } from '../explain-deadline.ts';
import { isAtOnce } from '../handovers.ts';
import type { NoticeOwed } from '../notices.ts';
import type { PolicyVersion } from '../policy.ts';
import type { TextRef } from '../text.ts';
import { list, listPromises, refs, tell, toResident } from './parts.ts';

/** Letters by which something is not taken on, or is after all (Code 2.4). */

type Ground = PolicyVersion['exclusions'][number];
type Said = Pick<EventOf<'ComplaintExcluded'>, 'reasons' | 'evidence' | 'discretion'>;
/** Who gets what of it, and by when. */
export type PassedOn = Pick<EventOf<'HandoverOwed'>, 'to' | 'obligation'>;

/** Why a complaint is not taken on, what was looked at and weighed, where it goes instead, and the right to the Ombudsman. */
export function owedExclusion(
  complaint: Complaint,
  ground: Ground,
  said: Said,
  passedOn: PassedOn | undefined,
): NoticeOwed {
  const { values, texts } = sayWhy(ground, said, passedOn);
  return toResident(`exclusion_${complaint.eventCount}`, 'exclusion', { values, texts });
}

/** The same of points, while the complaint goes on with the others, by the same dates. */
export function owedPointsExclusion(
  complaint: Complaint,
  points: readonly string[],
  ground: Ground,
  said: Said,
  passedOn: PassedOn | undefined,
  today: CivilDate,
): NoticeOwed {
  const why = sayWhy(ground, said, passedOn);
  const about = listPoints(complaint, points);
  const owed = promisesOf(complaint);
  return toResident(`points-excluded_${complaint.eventCount}`, 'points-excluded', {
    values: { ...why.values, ...about.values, ...listPromises(owed, today) },
    texts: { ...why.texts, ...about.texts },
    ...tell(owed),
  });
}

/** That points are taken on after all: they are answered with the others. */
export function owedPointsAcceptance(
  complaint: Complaint,
  points: readonly string[],
  reason: TextRef,
  today: CivilDate,
): NoticeOwed {
  const about = listPoints(complaint, points);
  const owed = promisesOf(complaint);
  return toResident(`points-accepted_${complaint.eventCount}`, 'points-accepted', {
    values: { ...about.values, ...listPromises(owed, today) },
    texts: { ...refs({ reason }), ...about.texts },
    ...tell(owed),
  });
}

function sayWhy({ wording, unless, signpost }: Ground, said: Said, passedOn: PassedOn | undefined) {
  const { reasons, evidence, discretion } = said;
  return {
    values: {
      ground: unless ? `${wording}, unless ${unless}.` : `${wording}.`,
      exception: unless
        ? `Our policy makes an exception where ${unless}. We considered whether that is so, and whether to look at it for any other reason.`
        : 'We considered whether to look at it even though our policy does not ask us to.',
      signpost: signpost ?? '',
      handover: passedOn ? sayHandover(passedOn) : '',
    },
    texts: refs({ reasons, evidence, discretion }),
  };
}

const takers: Record<HandoverTo, string> = {
  insurer: 'our insurer',
  safeguarding: 'the people who keep children and adults safe',
  tribunal: 'the tribunal',
  'data-protection': 'our colleagues who answer requests for information',
};

function sayHandover({ to, obligation }: PassedOn): string {
  const passing = `You do not need to tell anybody again. We will pass it on to ${takers[to]}`;
  return isAtOnce(to)
    ? `${passing} at once.`
    : `${passing} by ${describeDate(obligation.dueOn)}. ${explainDeadline(obligation)}`;
}

function listPoints({ points }: Complaint, named: readonly string[]) {
  const parts = points.filter(({ id }) => named.includes(id));
  return list(
    'points',
    parts.map(({ definition }) => ({ values: {}, texts: { definition } })),
  );
}

function promisesOf(complaint: Complaint) {
  const owed = [openAcknowledgement(complaint), openResponse(complaint)];
  return owed.filter((each) => each !== undefined);
}
