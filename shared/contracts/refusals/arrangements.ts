import type { Tellers } from './telling.ts';

/** What a way of contact takes, where it is not there. */
const unknown = {
  address: 'no postal address is known',
  phone: 'no telephone number is known',
  any: 'neither a postal address nor a telephone number is known',
};

/** How people reach each other. */
export const arrangements = {
  UpdatesAgreedAlready: ({ every }) => ({
    field: 'every',
    detail: `must be another number: an update every ${every} working days is agreed already`,
  }),
  NothingToUpdate: () => ({
    detail: 'There is nothing left to tell: the answer was given, and no action is open.',
    clause: '5.9',
  }),
  RankNeeded: ({ approvers, approvedBy, clause }) => ({
    detail: clause
      ? `What the Code forbids takes the role ${approvers.join(' or ')} (${approvedBy}).`
      : `Under this landlord’s policy this takes the role ${approvers.join(' or ')} (${approvedBy}).`,
    clause: clause ?? '5.14',
  }),
  NoContactNamed: () => ({
    field: 'contact',
    detail: 'must name whom the resident may speak to, since contact is limited to one person',
  }),
  RestrictedAlready: ({ restriction }) => ({
    detail: `Contact is limited already, by ${restriction}; review that instead.`,
    clause: '5.14',
  }),
  MethodImpossible: ({ lacks }) => ({
    field: 'method',
    detail: `must be a way in which the resident can be reached: ${unknown[lacks]}; correct the complainant first, with it`,
    clause: '5.14',
  }),
  UnknownRestriction: () => ({ field: 'restriction', detail: 'must be a restriction on this complaint' }),
  NotRestricted: () => ({ detail: 'This restriction was lifted already.' }),
  UnknownAdjustment: () => ({ field: 'adjustment', detail: 'must be an adjustment on this complaint' }),
  AdjustmentEnded: () => ({ detail: 'This adjustment has ended; agree on another one.' }),
  NoMoreTimeNamed: () => ({
    field: 'workingDays',
    detail: 'must say how many working days more the resident has',
  }),
} as const satisfies Partial<Tellers>;
