import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { nameOwner } from '../domain/notice-owner.ts';
import type { Reference } from '../domain/reference.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { Way } from '../domain/ways.ts';
import type { NoticeBundle, NoticeKey } from '../ports/complaint-store.ts';
import type { Mail } from '../ports/mail-sender.ts';
import { addresseeOf } from './addressee.ts';
import { sayReason } from './forecast-words.ts';
import type { NoticePartsPorts } from './notice-parts.ts';
import { writeByHand } from './write-by-hand.ts';

/** Whom something goes out to. */
export type ForecastReader = 'resident' | 'copied' | 'enquirer' | 'staff' | 'contractor';

/** Something that goes out: a mail when it leaves, a letter or a call when it becomes somebody's to post or to make. */
export interface ForecastMail {
  at: Instant;
  way: Way;
  to: { who: ForecastReader; address?: string | undefined };
  subject: string;
  reason: string;
  text: string;
  complaint?: Reference | undefined;
  enquiry?: Reference | undefined;
}

/** Where what would go out is laid down. */
export interface ForecastDesk {
  mails: ForecastMail[];
  /** told of every notice that becomes owed */
  owed: (notice: Notice) => void;
  /** letters and calls that became owed and are not written out yet */
  takeByHand(): Notice[];
  layMail(mail: Mail, bundle: NoticeBundle, at: Instant): void;
  layByHand(ports: NoticePartsPorts, bundle: NoticeBundle, at: Instant): Promise<void>;
}

/** Where the links of a forecast lead: nowhere, so that each is replaced by a stand-in. */
export const nowhere = 'https://forecast.invalid';
const linkToNowhere = new RegExp(`${nowhere}/[a-z]+#[\\w-]+`, 'g');

export function createForecastDesk(): ForecastDesk {
  const mails: ForecastMail[] = [];
  const owedHere = new Set<string>();
  const byHand: Notice[] = [];
  const nameOf = ({ owner, id }: NoticeKey) => `${nameOwner(owner)}#${id}`;
  const aboutOf = ({ notice, stored }: NoticeBundle) => ({
    reason: sayReason(notice, stored?.complaint, !owedHere.has(nameOf(notice))),
    ...subjectOf(notice),
  });

  return {
    mails,
    owed(notice) {
      owedHere.add(nameOf(notice));
      if (notice.status === 'by-hand') byHand.push(notice);
    },
    takeByHand: () => byHand.splice(0),
    layMail({ to, content: { subject, text } }, bundle, at) {
      mails.push({
        at,
        way: 'email',
        to: { who: readerOf(bundle.notice), address: to },
        subject,
        text: text.replaceAll(linkToNowhere, '[link]'),
        ...aboutOf(bundle),
      });
    },
    async layByHand(ports, bundle, at) {
      const { notice, stored, personal } = bundle;
      if (!notice.byHand || !stored) return;
      const { way, dueOn } = notice.byHand;
      const { address, phone } = addresseeOf(notice, stored.complaint, personal);
      const occasion = { date: londonDateOf(at), postBy: dueOn };
      const { subject, text } = (await writeByHand(ports, bundle, at, occasion)).shown;
      const reached = way === 'letter' ? address : phone;
      const to = { who: readerOf(notice), ...(reached && { address: reached }) };
      mails.push({ at, way, to, subject, text, ...aboutOf(bundle) });
    },
  };
}

function readerOf({ recipient }: Notice): ForecastReader {
  return recipient.type === 'complainant' ? 'resident' : recipient.type;
}

function subjectOf({ owner }: Notice): { complaint?: Reference; enquiry?: Reference } {
  if (owner.type === 'complaint') return { complaint: owner.reference };
  return owner.type === 'enquiry' ? { enquiry: owner.reference } : {};
}
