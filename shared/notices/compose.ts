import {
  type NoticeKind,
  type NoticeOwed,
  type RenderedNotice,
  residentNoticeKinds,
} from '../domain/notices.ts';
import type { Ombudsman } from '../domain/ombudsman.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import type { Reference } from '../domain/reference.ts';
import { renderNotice } from './render.ts';
import supported from './supporters.md';
import { templates } from './templates.ts';

/**
 * Writes out a notice in a landlord's name; where it is about a complaint, with the Ombudsman's details of the day. Every
 * letter to a resident mentions the group that supports those who complain, where the landlord has one (seed 003).
 */
export function composeNotice(
  notice: Pick<NoticeOwed, 'kind' | 'values'>,
  policy: PolicyVersion,
  about?: { reference: Reference; ombudsmen: Ombudsman[] },
): RenderedNotice {
  const { supporters } = policy;
  const template = templates[notice.kind];
  const isMentioned = supporters && isToResident(notice.kind);
  return renderNotice(isMentioned ? `${template}\n${supported}` : template, {
    landlordName: policy.name,
    landlordEmail: policy.contact.email,
    landlordPhone: policy.contact.phone,
    landlordAddress: policy.contact.address,
    ...(about && {
      reference: about.reference,
      ombudsman: about.ombudsmen.map(describeOmbudsman).join('; or '),
    }),
    ...(isMentioned && { supportersName: supporters.name, supportersContact: supporters.contact }),
    ...notice.values,
  });
}

function isToResident(kind: NoticeKind): boolean {
  return residentNoticeKinds.some((each) => each === kind);
}

function describeOmbudsman({ name, website, phone, address }: Ombudsman): string {
  return `${name}, ${website}, phone ${phone}, ${address}`;
}
