import { describeDate } from '../../domain/civil-date.ts';
import type { Tellers } from './telling.ts';

/** The complaint definition, the answer and its extensions. */
export const answer = {
  NothingDefined: () => ({
    field: 'points',
    detail: 'must have at least one point: what the complaint is about has not been defined yet',
    clause: '5.6',
  }),
  TooManyPoints: ({ most }) => ({
    field: 'points',
    detail: `must not bring the complaint over ${most} points`,
  }),
  UnknownPoint: ({ point, known }) => ({
    detail: `There is no ${point} in this complaint; ${known.length > 0 ? `its points are ${known.join(', ')}` : 'none is defined yet'}.`,
  }),
  PointsIncomplete: ({ missing }) => ({
    detail: `Every point needs a finding, reasons, and a remedy or that none is needed. Still missing: ${missing
      .map(({ point, lacks }) => `${point} lacks ${lacks.join(' and ')}`)
      .join('; ')}.`,
    clause: '6.9',
  }),
  LetterDateImpossible: ({ notBefore, notAfter }) => ({
    field: 'datedOn',
    detail: notBefore === notAfter ? `must be ${notBefore}` : `must lie between ${notBefore} and ${notAfter}`,
  }),
  ExtensionAfterDueDate: ({ dueOn }) => ({
    detail: `An extension had to be given by the end of ${describeDate(dueOn)}, which is over. Answer as soon as you can, and agree with the resident when to update them until then.`,
    clause: '6.4',
  }),
  ExtensionNotLater: ({ dueOn }) => ({
    field: 'newDueOn',
    detail: `must be after ${dueOn}, the present date`,
  }),
  ExtensionUnsettled: ({ newDueOn }) => ({
    detail: `An extension to ${describeDate(newDueOn)} is on its way to the resident; wait until it has arrived or failed.`,
  }),
  NotAWorkingDay: ({ before }) => ({
    field: 'newDueOn',
    detail: `must be a working day; the last one before it is ${before}`,
  }),
  BeyondCap: ({ latest }) => ({
    field: 'goodReason',
    detail: `is needed beyond ${latest}, the last day to which the answer may be put off without one`,
    clause: '6.4',
  }),
  UpdatesNotAgreed: ({ latest }) => ({
    field: 'updateEvery',
    detail: `is needed beyond ${latest}: agree with the resident how often you update them`,
    clause: '5.9',
  }),
  SecondPersonNeeded: ({ preparedBy }) => ({
    detail: preparedBy
      ? `This goes beyond the limit, so somebody other than ${preparedBy}, who prepared it, must give it.`
      : 'This goes beyond the limit, so one person prepares it and another gives it; prepare it first.',
    clause: '6.4',
  }),
} as const satisfies Partial<Tellers>;
