import type { CivilDate } from '../domain/civil-date.ts';
import type { NoticeOwed, RenderedNotice } from '../domain/notices.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import { depthOfWords, writeCallScript } from './call-script.ts';
import { type About, wordNotice } from './compose.ts';
import { readNotice } from './render.ts';

/** Whom a call goes to. */
export interface CallTo {
  name: string;
  phone?: string | undefined;
  /** the last day to make it */
  callBy?: CivilDate | undefined;
  /** how it is safe to make contact, as they told us */
  safeContact?: string | undefined;
  /** whether a message may be left on their telephone, by their record */
  voicemail?: 'yes' | 'no' | 'unknown' | undefined;
  /** what they speak best, where that is not English: its code */
  language?: string | undefined;
}

/** Writes out a notice as the script of a call, for whoever makes it: what to do first, what to say, what to note. */
export function composeCall(
  notice: Pick<NoticeOwed, 'kind' | 'values'>,
  policy: PolicyVersion,
  about: About | undefined,
  to: CallTo,
): RenderedNotice {
  // In English, whatever they read: whoever calls must understand it, and an interpreter says it.
  const { template, values } = wordNotice(notice, policy, about && { ...about, language: undefined });
  const words = readNotice(template.replace(greeting, ''), values, { topHeading: depthOfWords });
  return writeCallScript(words, to, policy.name);
}

/** They were greeted when they answered: the first line of a letter is not said again. */
const greeting = /^(?:Hello|Dear)\b[^\n]{0,60},\n/m;
