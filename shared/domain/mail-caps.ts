import type { CivilDate } from './civil-date.ts';
import type { NoticeKind } from './notices.ts';
import type { Reference } from './reference.ts';

/** How much mail may leave because somebody whom nobody knows asked for it, so that no mailbox can be flooded from here. */

/** One count of mails, and how far it may go. */
export interface MailCap {
  of: 'address' | 'landlord' | 'account';
  /** always the same for the same address, landlord or account on one day */
  counter: string;
  limit: number;
}

/** What a notice is counted by. */
export interface Countable {
  kind: NoticeKind;
  landlord: string;
  /** of the complaint or enquiry that it is about */
  reference: Reference;
  /** it was sent in by the public form: nobody has seen who sent it, nor whose address it names */
  byPublicForm: boolean;
  /** somebody on the staff has acknowledged it: from then on a person knows whom the landlord writes to */
  acknowledged: boolean;
}

const perAddress = { unasked: 5, links: 10 } as const;
/** Which part of the account's daily quota such mail may take: in one landlord's name, and in that of all together. */
const shareOf = { landlord: 1 / 4, account: 1 / 2 } as const;
/** Those counts are kept in parts, so that many mails at once do not wait for one another. */
const parts = 8;

/** Sent by themselves as soon as something is sent in. */
const atOnce: readonly NoticeKind[] = ['receipt', 'compliment-thanks'];
/** Sent by themselves later: of what nobody has looked at they would flood as well as receipts do. */
const byTheClock: readonly NoticeKind[] = ['missed-date-apology', 'dates-changed'];

/** One mailbox by two names. */
const otherNames: Readonly<Record<string, string>> = { 'googlemail.com': 'gmail.com' };

/**
 * The counts that a mail must fit in, by the address that it goes to, by landlord and for all landlords together; none where
 * staff cause it, or know whom it goes to.
 *
 * @param dailyQuota mails that the account may send in 24 hours
 * @param hash of a text in hexadecimal digits, so that no address stands in a counter's name
 */
export function capsOf(
  countable: Countable,
  address: string,
  today: CivilDate,
  dailyQuota: number,
  hash: (text: string) => string,
): MailCap[] {
  const { kind, landlord, reference } = countable;
  const sort = kind === 'access-link' ? 'links' : isUnasked(countable) ? 'unasked' : undefined;
  if (!sort) return [];
  const day = `${today}#${Number.parseInt(hash(reference).slice(0, 2), 16) % parts}`;
  return [
    { of: 'address', counter: `${sort}#${hash(mailboxOf(address))}#${today}`, limit: perAddress[sort] },
    { of: 'landlord', counter: `landlord#${landlord}#${day}`, limit: roomOf('landlord', dailyQuota) },
    { of: 'account', counter: `account#${day}`, limit: roomOf('account', dailyQuota) },
  ];
}

/** The room of one part: never none, or a small quota would withhold everything. */
function roomOf(of: keyof typeof shareOf, dailyQuota: number): number {
  return Math.max(1, Math.floor((dailyQuota * shareOf[of]) / parts));
}

function isUnasked({ kind, byPublicForm, acknowledged }: Countable): boolean {
  return byPublicForm && (atOnce.includes(kind) || (byTheClock.includes(kind) && !acknowledged));
}

/**
 * One name for all spellings of an address that may reach one mailbox: capitals, dots and what follows a plus aside. For
 * counting only, never to tell who somebody is.
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const [local = ''] = address.slice(0, at).toLowerCase().split('+');
  const domain = address.slice(at + 1).toLowerCase();
  return `${local.replaceAll('.', '')}@${otherNames[domain] ?? domain}`;
}
