import type { Tellers } from './telling.ts';

/** Who may do something, and who reviews it. */
export const people = {
  HandlerNotAvailable: ({ person, why }) => ({
    detail: `${person} ${unavailable[why]}`,
  }),
  StaffComplainedAbout: ({ person }) => ({
    detail: `The complaint is about ${person}, who can take no part in it; choose somebody else.`,
    clause: '5.8',
  }),
  OwnWork: ({ authors }) => ({
    detail: `Somebody else must review this: it was written or decided by ${authors.join(', ')}.`,
    clause: '5.8',
  }),
  NotReviewedHere: ({ review }) => ({
    detail: `Under this landlord’s policy answers are ${reviews[review]}.`,
  }),
  NotApproved: ({ authors }) => ({
    detail: `This landlord’s policy wants the answer approved first, by an approver other than ${authors.join(', ') || 'its authors'}.`,
  }),
  NothingDrafted: () => ({ detail: 'There is no draft to review yet.' }),
  ReviewedAlready: ({ by }) => ({
    detail: `It was reviewed already, by ${by}; a new draft can be reviewed again.`,
  }),
} as const satisfies Partial<Tellers>;

const unavailable = {
  unknown: 'is not in the staff register; an administrator can add them',
  disabled: 'is disabled in the staff register; choose somebody else',
  'other-landlord': 'does not serve this landlord; choose somebody who does',
};
const reviews = {
  none: 'not reviewed by a second person',
  before: 'reviewed before they are sent: approve or return the draft',
  after: 'reviewed after they are sent',
};
