import { describeDate } from '../../domain/civil-date.ts';
import type { LackingForAge } from '../../domain/exclusion-parts.ts';
import type { Tellers } from './telling.ts';

/** Who complains, about what, and what becomes one complaint with another. */
export const intake = {
  ChoiceNotRecorded: () => ({
    field: 'chosenOn',
    detail:
      'is missing: what somebody says in a survey is no complaint by itself. Offer them the choice, and send the day on which they chose to complain, or log it as an enquiry.',
    clause: '1.6',
  }),
  ReceivedAfterChoice: ({ chosenOn }) => ({
    field: 'chosenOn',
    detail: `is ${describeDate(chosenOn)}, so the complaint was received on that day at the latest: whoever chose to complain had said so by then`,
    clause: '1.6',
  }),
  NotForAll: () => ({
    detail:
      'Several people make this complaint, and one cannot withdraw it for all of them. One can leave it; staff withdraw it for all where all of them want that.',
  }),
  LeadNeeded: ({ known }) => ({
    field: 'lead',
    detail: `must be whoever leads the complaint from now on, one of ${known.join(', ')}`,
  }),
  UnknownParty: ({ known }) => ({
    field: 'party',
    detail:
      known.length > 0
        ? `must be one of ${known.join(', ')}`
        : 'is nobody: nobody else is named in this complaint',
  }),
  TooManyParties: ({ most }) => ({
    detail: `A complaint is made by at most ${most} people by name, and this would make it more; link the two instead.`,
  }),
  NoRepresentative: () => ({
    field: 'representative',
    detail: 'is missing: nobody speaks for this person yet',
  }),
  ConsentNeeded: ({ consent }) => ({
    detail: `Copies go to a representative only with the person’s consent, which is ${consent.replace('-', ' ')}.`,
    clause: '3.6',
  }),
  ConsentUnproven: () => ({
    field: 'evidence',
    detail: 'is missing: say where the consent is on record',
    clause: '3.6',
  }),
  NothingMissing: () => ({
    field: 'unobtainable',
    detail: 'does not apply: nothing is missing from this complaint',
  }),
  InScope: ({ wording }) => ({
    field: 'ground',
    detail: `is what the landlord itself says a complaint can be about (“${wording}”), which excludes nobody`,
    clause: '2.1',
  }),
  AgeUnknown: ({ lacks }) => ({
    detail: `How old the matter is cannot be told: find out and record ${lacks.map(sayLacking).join(' and ')} first.`,
    clause: '2.3',
  }),
  NotTooOld: ({ lastDay }) => ({
    field: 'ground',
    detail: `does not hold: it could be raised until ${describeDate(lastDay)}, and was`,
    clause: '2.3',
  }),
  ExceptionHolds: ({ exception }) => ({
    field: 'ground',
    detail: `does not hold: the landlord’s policy takes it on whatever its age where ${exception}, and a danger is recorded`,
    clause: '2.3',
  }),
  CodeForbidsRefusal: ({ clause, codeLastDay }) => ({
    field: 'againstCode',
    detail: `is missing: ${codeLastDay ? `the Code takes this on until ${describeDate(codeLastDay)}, whatever the landlord’s own limit` : (forbidden[clause] ?? 'the Code takes this on')}. Take it on; only the senior lead may refuse it, knowing that it departs from the Code.`,
    clause,
  }),
  ClaimNotFiled: () => ({
    field: 'claimFiledOn',
    detail:
      'is missing: proceedings have started only once the claim form and the particulars were filed at court; a letter before action is not that',
    clause: '2.2',
  }),
  PointExcludedAlready: ({ point }) => ({
    field: 'points',
    detail: `names ${point}, which was not taken on: it was excluded already`,
  }),
  PointNotExcluded: ({ point }) => ({
    field: 'points',
    detail: `names ${point}, which was taken on`,
  }),
  EveryPointExcluded: () => ({
    field: 'points',
    detail: 'leaves nothing of the complaint: leave points out to exclude it whole',
  }),
  ConflictOfInterest: ({ person }) => ({
    detail: `${person} has an interest in this complaint and can take no part in it; choose somebody else.`,
    clause: '5.8',
  }),
  UnknownOther: () => ({
    field: 'other',
    detail: 'must be the reference of another complaint that you may see',
  }),
  SameComplaint: () => ({ field: 'other', detail: 'must be another complaint than this one' }),
  OtherLandlord: () => ({ field: 'other', detail: 'must be a complaint about the same landlord' }),
  OtherNotMergeable: ({ status, why }) => ({
    field: 'other',
    detail: `is ${status} and ${notMergeable[why] ?? 'cannot become part of this one'}; ${otherWayRound.includes(why) ? 'merge this one into it, or link the two' : 'link the two instead'}`,
  }),
  LinkedAlready: () => ({ field: 'other', detail: 'is linked to this complaint already' }),
} as const satisfies Partial<Tellers>;

/** A standing may be on record already, and be another one. */
function sayLacking(lacking: LackingForAge): string {
  return lacking === 'standing' ? 'that the person is a former tenant, if they are,' : lacking;
}

/** Why the Code takes something on whatever its age, by clause. */
const forbidden: Record<string, string> = {
  '1.5':
    'it grew out of what the landlord had heard before, so it is no first request, and the Code takes it on',
  '1.6':
    'whoever complains was asked and chose to complain, so it is more than feedback, and the Code takes it on',
};

const notMergeable: Record<string, string> = {
  'work-begun': 'has points, actions, messages or other work of its own',
  nameless: 'has a name, while this one has none',
  policy: 'runs under another version of the policy',
  'earlier-dates': 'has earlier dates than were promised here, which would be lost',
};

/** Why the two can only become one the other way round. */
const otherWayRound: readonly string[] = ['nameless', 'earlier-dates'];
