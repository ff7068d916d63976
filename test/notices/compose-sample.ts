import {
  complaintNoticeKinds,
  enquiryNoticeKinds,
  type NoticeKind,
  type NoticeOwed,
  type RenderedNotice,
} from '../../shared/domain/notices.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import { ombudsmenOf } from '../../shared/use-cases/rules.ts';
import { sample } from '../support/complaints.ts';
import { date, rules, versionOf } from '../support/rules.ts';
import { typed } from './sample-parts.ts';

export const policy = versionOf('day-zero');
export const ombudsmen = ombudsmenOf(rules, policy, date('2027-01-05'));
export const link = 'https://complaints.example/follow#token';
const withLink: NoticeKind[] = ['access-link', 'question'];

function hasReference({ kind }: NoticeOwed): boolean {
  return [...complaintNoticeKinds, ...enquiryNoticeKinds].some((each) => each === kind);
}

/** All that a notice gives its template, as the sender gives it: its values, its texts by their words, and the link. */
export function valuesOf(
  { kind, values, texts = {}, people = {} }: NoticeOwed,
  words: Record<string, string> = typed,
) {
  const named = Object.entries(texts).map(([name, id]) => [name, words[id] ?? '']);
  const names = Object.keys(people).map((name) => [name, 'Leila Haddad']);
  const given: Record<string, string> = { ...values, ...Object.fromEntries([...named, ...names]) };
  return withLink.includes(kind) ? { ...given, link } : given;
}

export function compose(notice: NoticeOwed, words: Record<string, string> = typed): RenderedNotice {
  const about = hasReference(notice) ? { reference: sample, ombudsmen } : undefined;
  return composeNotice({ kind: notice.kind, values: valuesOf(notice, words) }, policy, about);
}

/** The words of a page, without its tags. */
export function readPage(html: string): string {
  const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html
    .replaceAll('<br>', '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}
