import type { CivilDate } from '../domain/civil-date.ts';
import type { Instant } from '../domain/london-time.ts';
import { isByHand } from '../domain/notice-by-hand.ts';
import { nameOwner } from '../domain/notice-owner.ts';
import type { RenderedNotice } from '../domain/notices.ts';
import type { ResidentRecord } from '../domain/records.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { WayByHand } from '../domain/ways.ts';
import { wordNotice } from '../notices/compose.ts';
import { composeCall } from '../notices/compose-call.ts';
import { composeLetter } from '../notices/compose-letter.ts';
import type { NoticeBundle } from '../ports/complaint-store.ts';
import { addresseeOf } from './addressee.ts';
import { TextErased } from './named-in-notice.ts';
import { type NoticeParts, type NoticePartsPorts, readNoticeParts } from './notice-parts.ts';
import { hashOf, hashOfText } from './write-mail.ts';

/** What is written on paper, or said, beside the notice itself. */
export interface Occasion {
  /** the day that a letter bears */
  date: CivilDate;
  /** the last day to post it, or to call, for whoever does */
  postBy?: CivilDate | undefined;
  /** what to mind when making contact, for whoever prints it or phones: their own note, where nothing is said here */
  safeContact?: string | undefined;
  /** whether a message may be left on their telephone, for whoever phones */
  voicemail?: ResidentRecord['safeContact']['voicemail'] | undefined;
}

export interface WrittenByHand {
  /** as it is printed or read out now */
  shown: RenderedNotice;
  /** what is kept of it once it was given: of a letter without what is for whoever prints it */
  hashes: Required<Pick<Notice, 'templateHash' | 'contentHash'>>;
}

/** How a notice goes out by hand: one that was mailed and did not arrive is printed as a letter. */
export function wayOf(notice: Notice): WayByHand {
  return isByHand(notice) ? notice.byHand.way : 'letter';
}

/**
 * Writes a notice out as a letter or as the script of a call.
 *
 * @throws Error where it cannot be written: a text was erased, or it is about no complaint
 */
export async function writeByHand(
  ports: NoticePartsPorts,
  bundle: NoticeBundle,
  now: Instant,
  occasion: Occasion,
): Promise<WrittenByHand> {
  const { notice } = bundle;
  const parts = await readNoticeParts(ports, bundle, now);
  const { policy, values, about } = parts;
  const { template } = wordNotice({ kind: notice.kind, values }, policy, about);
  const plain = compose(bundle, parts, { date: occasion.date });
  return {
    shown: compose(bundle, parts, occasion),
    hashes: { templateHash: hashOfText(template), contentHash: hashOf(plain) },
  };
}

/** What is kept of a notice that is given; nothing where it cannot be written again, as it was given all the same. */
export async function keptByHand(
  ports: NoticePartsPorts,
  bundle: NoticeBundle,
  now: Instant,
  date: CivilDate,
): Promise<Partial<WrittenByHand['hashes']>> {
  try {
    return (await writeByHand(ports, bundle, now, { date })).hashes;
  } catch (error) {
    if (error instanceof TextErased) return {};
    throw error;
  }
}

function compose(
  { notice, stored, personal }: NoticeBundle,
  { policy, values, about }: NoticeParts,
  { date, postBy, safeContact, voicemail }: Occasion,
): RenderedNotice {
  if (!stored) throw new Error(`notice ${notice.id} of ${nameOwner(notice.owner)} is about no complaint`);
  const to = addresseeOf(notice, stored.complaint, personal);
  const said = { kind: notice.kind, values };
  const { name, address = '', phone, language } = to;
  return wayOf(notice) === 'letter'
    ? composeLetter(said, policy, about, { name, address, date, postBy, safeContact })
    : composeCall(said, policy, about, {
        name,
        phone,
        language,
        callBy: postBy,
        safeContact: safeContact ?? to.safeContact,
        voicemail,
      });
}
