import {
  complaintNoticeKinds,
  enquiryNoticeKinds,
  kindsByHand,
  type NoticeKind,
  noticeKinds,
  residentNoticeKinds,
} from '../domain/notices.ts';
import { type Mandatory, must } from './mandatory.ts';
import { toOthers } from './wording-rules-others.ts';
import { toResidents } from './wording-rules-residents.ts';

export { type NoticeKind, noticeKinds };

export interface WordingRule {
  /** every placeholder that it can have; those of a repeated part with its name, as `points.definition` */
  placeholders: readonly string[];
  mandatory: readonly Mandatory[];
}

const said = { ...toResidents, ...toOthers };

const contact = ['landlordName', 'landlordEmail', 'landlordPhone', 'landlordAddress'];
const ofComplaint = ['reference', 'ombudsman', 'ombudsmanRight'];

const toResident = [
  must('reference', 'the reference'),
  must('landlordPhone', 'how to phone us'),
  must('landlordName', 'who writes'),
];
/** Code 3.7; with an extension 6.5 and 6.16, with an answer 6.9 and 6.19. */
const ombudsman = must('ombudsman', 'how to reach the Ombudsman', '3.7');
const ombudsmanClauses: Partial<Record<NoticeKind, string>> = {
  extension: '6.5',
  response: '6.9',
  'final-response': '6.19',
};

/** Parts of many notices, and no notice themselves. */
export const fragments = {
  copied: { placeholders: ['reference'], isForStaff: false },
  supporters: { placeholders: ['supportersName', 'supportersContact'], isForStaff: false },
  'call-script': {
    placeholders: 'subject name landlord safeContact interpreter phone machine words message'.split(' '),
    isForStaff: true,
  },
};
export type Fragment = keyof typeof fragments;

/** What there is to say in a notice of a kind, and what must be said. */
export function wordingRule(kind: NoticeKind): WordingRule {
  const { values, must: own = [] } = said[kind];
  const hasReference = [...complaintNoticeKinds, ...enquiryNoticeKinds].some((each) => each === kind);
  return {
    placeholders: [...values.split(' '), ...(hasReference ? ofComplaint : []), ...contact],
    mandatory: [...own, ...alwaysSaid(kind)],
  };
}

function alwaysSaid(kind: NoticeKind): Mandatory[] {
  const isResident = residentNoticeKinds.some((each) => each === kind);
  if (!isResident) return [];
  // The link can be asked for by anybody who knows a reference, so that it says nothing but what it is.
  if (kind === 'access-link') return toResident;
  return [...toResident, { ...ombudsman, clause: ombudsmanClauses[kind] ?? '3.7' }];
}

export function isFragment(name: string): name is Fragment {
  return Object.hasOwn(fragments, name);
}

/** Whether a notice of that name exists. */
export function isNoticeKind(name: string): name is NoticeKind {
  return noticeKinds.some((kind) => kind === name);
}

/** Whether those who work for a landlord, or with it, read it, and nobody who lives there. */
export function isForStaff(kind: NoticeKind): boolean {
  return kind in toOthers && kind !== 'service-request-receipt' && kind !== 'compliment-thanks';
}

/** Whether it can go by letter or be told in a call. What is sent automatically, and meets no obligation, goes by email only. */
export function isLetterKind(kind: NoticeKind): boolean {
  return kindsByHand.some((each) => each === kind);
}
