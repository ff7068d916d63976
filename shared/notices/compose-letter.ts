import type { CivilDate } from '../domain/civil-date.ts';
import type { NoticeOwed, RenderedNotice } from '../domain/notices.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import { type About, wordNotice } from './compose.ts';
import { writeLetter } from './letter.ts';
import { readNotice } from './render.ts';

/** Whom a letter goes to, and what stands on it. */
export interface LetterTo {
  name: string;
  /** on one line or several */
  address: string;
  /** the day that the letter bears */
  date: CivilDate;
  /** the last day to post it: shown to whoever prints it, and not printed */
  postBy?: CivilDate | undefined;
  /** what to mind when making contact: shown in the same place */
  safeContact?: string | undefined;
}

/**
 * Writes out a notice as a letter to print on A4 and post in a DL window envelope. What vouches for a letter that was
 * posted is composed without what is only shown to them, which is no part of it.
 */
export function composeLetter(
  notice: Pick<NoticeOwed, 'kind' | 'values'>,
  policy: PolicyVersion,
  about: About | undefined,
  to: LetterTo,
): RenderedNotice {
  const { template, values, form } = wordNotice(notice, policy, about);
  return writeLetter(
    readNotice(template, values, form),
    { name: policy.name, ...policy.contact },
    { ...to, reference: about?.reference },
    form,
  );
}
