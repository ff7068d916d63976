import type { CivilDate } from '../domain/civil-date.ts';
import { type Complaint, openObligations } from '../domain/complaint.ts';
import type { ComplaintEvent } from '../domain/events.ts';
import { giveByHand, giveUpByHand } from '../domain/notice-by-hand.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { ComplaintStore, NoticeBundle } from '../ports/complaint-store.ts';

interface SettlePorts {
  store: Pick<ComplaintStore, 'loadNotice'>;
}

/** What is kept of a letter or a call that was given on a day, besides the day. */
export type KeepByHand = (bundle: NoticeBundle, givenOn: CivilDate) => Promise<Partial<Notice>>;

interface Change {
  before: Complaint;
  after: Complaint;
  events: readonly ComplaintEvent[];
}

/** More would not fit into one transaction: the rest keep a status that is of no account, since nothing is owed of them. */
const mostGivenUp = 40;

/**
 * What becomes of letters and calls by a command: given where it gave them, given up where they are owed no longer. It is
 * stored with the command, so that a letter is in the queue exactly as long as it is to be posted.
 */
export async function settleByHand(
  ports: SettlePorts,
  changes: readonly Change[],
  keep: KeepByHand | undefined,
): Promise<Notice[]> {
  const closed = changes.flatMap((change) =>
    [...closedBy(change)].map(([id, givenOn]) => ({ of: change.before, id, givenOn })),
  );
  const given = closed.filter(({ givenOn }) => givenOn);
  const givenUp = closed.filter(({ givenOn }) => !givenOn).slice(0, mostGivenUp);
  const settled = await Promise.all(
    [...given, ...givenUp].map(({ of, id, givenOn }) => settle(ports, of, id, givenOn, keep)),
  );
  return settled.filter((notice) => notice !== undefined);
}

async function settle(
  ports: SettlePorts,
  { reference }: Complaint,
  id: string,
  givenOn: CivilDate | undefined,
  keep: KeepByHand = async () => ({}),
): Promise<Notice | undefined> {
  const bundle = await ports.store.loadNotice({ owner: { type: 'complaint', reference }, id });
  if (!bundle) return undefined;
  if (!givenOn) return giveUpByHand(bundle.notice);
  const given = giveByHand(bundle.notice, givenOn);
  return given && { ...given, ...(await keep(bundle, givenOn)) };
}

/** Notices whose obligations a command met, with the day, or ended. */
function closedBy({ before, after, events }: Change): Map<string, CivilDate | undefined> {
  const closed = new Map<string, CivilDate | undefined>();
  const open = new Set(openObligations(after).map(({ id }) => id));
  for (const { id, gives } of openObligations(before)) {
    if (!gives || open.has(id)) continue;
    closed.set(gives.notice, after.obligations.find((each) => each.id === id)?.met?.on);
  }
  // it may have been given before it was owed no longer
  for (const event of events) if (event.type === 'NoticeGiven') closed.set(event.notice, event.on);
  return closed;
}
