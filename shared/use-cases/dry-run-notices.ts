import type { Instant } from '../domain/london-time.ts';
import { nameOwner } from '../domain/notice-owner.ts';
import { dutyOf, type Notice, queueOf } from '../domain/stored-notice.ts';
import type { Claim, ComplaintStore, NoticeKey, OverCap, QueuedNotice } from '../ports/complaint-store.ts';

/** Notices of a dry run: those that waited when it began, and those that become owed in it. */
export interface DryRunNotices
  extends Pick<ComplaintStore, 'queue' | 'saveNotice' | 'setNoticeAside' | 'oweAlone'> {
  keep(notice: Notice): void;
  /** keeps one that becomes owed, and tells of it */
  owe(notice: Notice): void;
  find(key: NoticeKey): Notice | undefined;
  /** whether the notice is the next change to what is kept */
  follows(notice: Notice): boolean;
  /** keeps the notice as claimed and counts it, or tells why not */
  claim(notice: Notice, caps: Claim['caps']): OverCap | undefined;
  /** every notice that is being sent */
  sending(): Notice[];
  /** when the next notice is to be sent */
  nextSend(): Instant | undefined;
}

export function createDryRunNotices({
  readNotice,
  owed,
  leaveOut,
}: {
  readNotice: ComplaintStore['readNotice'];
  /** told of every notice that becomes owed */
  owed: (notice: Notice) => void;
  leaveOut: () => void;
}): DryRunNotices {
  const notices = new Map<string, Notice>();
  const counts = new Map<string, number>();
  const nameOf = ({ owner, id }: NoticeKey) => `${nameOwner(owner)}#${id}`;
  const find = (key: NoticeKey) => notices.get(nameOf(key));
  const keep = (notice: Notice) => {
    notices.set(nameOf(notice), notice);
  };
  const follows = (notice: Notice) => find(notice)?.revision === notice.revision - 1;
  const all = () => [...notices.values()];
  const owe = (notice: Notice) => {
    keep(notice);
    owed(notice);
  };

  return {
    keep,
    owe,
    find,
    follows,
    sending: () => all().filter(({ status }) => status === 'sending'),
    nextSend: () =>
      all()
        .flatMap(({ status, wakeAt }) => (status === 'pending' && wakeAt ? [wakeAt] : []))
        .sort()[0],
    claim(notice, caps) {
      const countOf = (counter: string) => counts.get(counter) ?? 0;
      const over = caps.filter(({ counter, limit }) => countOf(counter) >= limit);
      if (over.length > 0) return { over };
      for (const { counter } of caps) counts.set(counter, countOf(counter) + 1);
      keep(notice);
      return undefined;
    },

    async *queue(queue, until) {
      const waiting = all().flatMap((notice) => {
        const { wakeAt } = notice;
        const isWanted = wakeAt && queueOf(notice) === queue && !(until && wakeAt > until);
        return isWanted ? [hintAt(notice, wakeAt)] : [];
      });
      yield* waiting.sort((one, other) => (one.wakeAt < other.wakeAt ? -1 : 1));
    },
    async saveNotice(notice) {
      if (!follows(notice)) return 'changed-meanwhile';
      keep(notice);
      return 'stored';
    },
    async setNoticeAside(key) {
      notices.delete(nameOf(key));
      leaveOut();
    },
    async oweAlone(notice) {
      if (find(notice) ?? (await readNotice(notice))) return 'there-already';
      owe(notice);
      return 'stored';
    },
  };
}

function hintAt(notice: Notice, wakeAt: Instant): QueuedNotice {
  const { owner, id, owedAt } = notice;
  return { key: { owner, id }, wakeAt, duty: dutyOf(notice), owedAt };
}
