import type { NoticeKind } from '../domain/notices.ts';
import alert from './alert.md';
import missedDateApology from './missed-date-apology.md';
import receipt from './receipt.md';

/** The default wording of every notice: Markdown whose first heading is the subject, with `{{named}}` placeholders. */
export const templates: Record<NoticeKind, string> = {
  receipt,
  alert,
  'missed-date-apology': missedDateApology,
};
