import { isLanguage, type Language } from '../domain/languages.ts';
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
import { isRightToLeft, offerInterpreter } from './languages.ts';
import type { Form } from './page.ts';
import { renderNotice } from './render.ts';
import supported from './supporters.md';
import { wordingOf, writeDate } from './wording.ts';

/** The complaint that a notice is about, and what hangs on who reads it. */
export interface About {
  reference: Reference;
  ombudsmen: Ombudsman[];
  /** whoever made it has no automatic right to the Ombudsman */
  mayLackOmbudsman?: boolean;
  /** it goes to somebody else than it is written to, who is told so first */
  isCopy?: boolean;
  /** the language that its reader reads best, where that is not English */
  language?: string | undefined;
  /** its reader asked for large print */
  isLargePrint?: boolean;
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
  const { template, values, form } = wordNotice(notice, policy, about);
  return renderNotice(template, values, form);
}

/**
 * The wording of a notice and all that stands in it, whichever way it goes out. Whoever reads a language that there is
 * no wording in is told first, in that language, how to get an interpreter.
 */
export function wordNotice(
  notice: Pick<NoticeOwed, 'kind' | 'values'>,
  policy: PolicyVersion,
  about?: About,
): { template: string; values: Record<string, string>; form: Form } {
  const { supporters } = policy;
  const { template: worded, language } = wordingOf(notice.kind, policy.landlord, about?.language);
  const template = about?.isCopy ? asCopy(worded) : worded;
  const isMentioned = supporters && isToResident(notice.kind);
  return {
    template: isMentioned ? `${template}\n${supported}` : template,
    values: {
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
      ...(language ? inLanguage(notice.values, language) : notice.values),
    },
    form: {
      isLargePrint: about?.isLargePrint ?? false,
      ...(language && { language, isRightToLeft: isRightToLeft(language) }),
      ...(!language && openIn(about?.language, policy.contact.phone)),
    },
  };
}

function inLanguage(values: Record<string, string>, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, writeDate(value, language)]),
  );
}

function openIn(language: string | undefined, phone: string): Pick<Form, 'opening'> {
  if (language === undefined || !isLanguage(language)) return {};
  const text = offerInterpreter(language, phone);
  return { opening: { language, isRightToLeft: isRightToLeft(language), text } };
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
