import {
  type NoticeKind,
  type NoticeOwed,
  type RenderedNotice,
  residentNoticeKinds,
} from '../domain/notices.ts';
import type { Ombudsman } from '../domain/ombudsman.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import type { Reference } from '../domain/reference.ts';
import { noAutomaticRight, sayOmbudsmanRight } from '../domain/standing.ts';
import copied from './copied.md';
import { renderNotice } from './render.ts';
import supported from './supporters.md';
import { templates } from './templates.ts';

/** The complaint that a notice is about, and what hangs on who reads it. */
interface About {
  reference: Reference;
  ombudsmen: Ombudsman[];
  /** whoever made it has no automatic right to the Ombudsman */
  mayLackOmbudsman?: boolean;
  /** it goes to somebody else than it is written to, who is told so first */
  isCopy?: boolean;
}

/**
 * Writes out a notice in a landlord's name; where it is about a complaint, with the Ombudsman's details of the day. Every
 * letter to a resident mentions the group that supports those who complain, where the landlord has one (seed 003).
 */
export function composeNotice(
  notice: Pick<NoticeOwed, 'kind' | 'values'>,
  policy: PolicyVersion,
  about?: About,
): RenderedNotice {
  const { supporters } = policy;
  const template = about?.isCopy ? asCopy(templates[notice.kind]) : templates[notice.kind];
  const isMentioned = supporters && isToResident(notice.kind);
  return renderNotice(isMentioned ? `${template}\n${supported}` : template, {
    landlordName: policy.name,
    landlordEmail: policy.contact.email,
    landlordPhone: policy.contact.phone,
    landlordAddress: policy.contact.address,
    ...(about && {
      reference: about.reference,
      ombudsman: sayOmbudsmen(about),
      ombudsmanRight: sayOmbudsmanRight(about.mayLackOmbudsman ?? false),
    }),
    ...(isMentioned && { supportersName: supporters.name, supportersContact: supporters.contact }),
    ...notice.values,
  });
}

function isToResident(kind: NoticeKind): boolean {
  return residentNoticeKinds.some((each) => each === kind);
}

/** The subject and the first lines say that it is a copy. */
function asCopy(template: string): string {
  const [heading = '', ...rest] = template.split('\n');
  return [heading.replace(/^# /, '# Copy: '), '', copied, ...rest].join('\n');
}

function sayOmbudsmen({ ombudsmen, mayLackOmbudsman }: About): string {
  const names = ombudsmen.map(describeOmbudsman).join('; or ');
  return mayLackOmbudsman ? `${names}. ${noAutomaticRight}` : names;
}

function describeOmbudsman({ name, website, phone, address }: Ombudsman): string {
  return `${name}, ${website}, phone ${phone}, ${address}`;
}
