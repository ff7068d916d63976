import { renewLine } from '../domain/digest.ts';
import type { DigestLine } from '../domain/digest-lines.ts';
import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { digestValues, type SpokenLine } from '../domain/notices/digest.ts';
import type { Rank } from '../domain/ranks.ts';
import { cancel, type SendPlan } from '../domain/sending.ts';
import { mayBeTold, type Person, type StaffId } from '../domain/staff.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { ComplaintStore } from '../ports/complaint-store.ts';
import { readActing } from './mail-address.ts';
import { oweDigest } from './owe-digest.ts';
import { contextOf, type Rules } from './rules.ts';

export interface RefreshPorts {
  store: Pick<ComplaintStore, 'loadAll' | 'readNamed' | 'readNotice' | 'oweAlone'>;
  rules: Rules;
}

/**
 * Writes a digest that is about to be sent as things stand now: what was done since is left out. What its reader is not
 * there for any more, or may not be told, goes to the mailbox of their rank. Where nothing is left, or its morning is
 * another day's, it is not sent: the next one says what is so by then.
 */
export async function refreshDigest(
  { store, rules }: RefreshPorts,
  notice: Notice,
  plan: SendPlan,
  now: Instant,
): Promise<SendPlan> {
  const { lines = [], recipient, owedAt } = notice;
  if (plan.type !== 'send') return plan;
  const cancelled: SendPlan = { type: 'record', notice: cancel(notice) };
  if (londonDateOf(owedAt) !== londonDateOf(now) || recipient.type !== 'staff') return cancelled;
  const readers = await readReaders(store, lines, recipient.person, now);
  const all = await speak({ store, rules }, lines, readers, now);
  const spoken = all.filter((each) => isTold(readers, each));
  await handOn(
    store,
    recipient.rank,
    all.filter((each) => !spoken.includes(each)),
    now,
  );
  if (spoken.length === 0) return cancelled;
  const values = digestValues(spoken, Number(notice.values.beyond ?? 0));
  return {
    type: 'send',
    notice: {
      ...plan.notice,
      lines: spoken.map(({ line }) => line),
      values: { ...notice.values, ...values },
    },
  };
}

async function speak(
  { store, rules }: RefreshPorts,
  lines: readonly DigestLine[],
  { person, acting, nameOf }: Readers,
  now: Instant,
): Promise<SpokenLine[]> {
  const loaded = await store.loadAll([...new Set(lines.map(({ reference }) => reference))]);
  const complaints = new Map(loaded.map(({ stored: { complaint } }) => [complaint.reference, complaint]));
  const spoken: SpokenLine[] = [];
  for (const line of lines) {
    const complaint = complaints.get(line.reference);
    if (!complaint) continue;
    const context = await contextOf(rules, complaint, now);
    const renewed = renewLine(line, person, complaint, context);
    // whoever went away since then is stood in for too
    const whose = line.of ?? (acting?.id === person ? undefined : person);
    if (renewed) spoken.push({ line: renewed, complaint, context, standsInFor: whose && nameOf(whose) });
  }
  return spoken;
}

/** A cover hands nothing on: what is said to somebody in the place of another is not said to their own cover. */
function isTold({ person, acting }: Readers, { line, complaint }: SpokenLine): boolean {
  if (!person) return true;
  if (!acting || !mayBeTold(acting, complaint)) return false;
  return acting.id === person || !line.of;
}

/** Repeated it owes nothing twice: a sender that dies here leaves the digest as it was. */
async function handOn(
  store: RefreshPorts['store'],
  rank: Rank,
  spoken: readonly SpokenLine[],
  now: Instant,
): Promise<void> {
  const byLandlord = Map.groupBy(spoken, ({ line }) => line.landlord);
  for (const [landlord, those] of byLandlord) {
    const lines = those.map(({ line }) => line);
    await oweDigest(store, { type: 'rank', landlord, rank }, lines, now);
  }
}

/** Whose digest it is and who reads it, who may be their cover, or nobody; neither of the mailbox of a rank. */
interface Readers {
  person: StaffId | undefined;
  acting: Person | undefined;
  nameOf: (id: StaffId) => string;
}

async function readReaders(
  store: RefreshPorts['store'],
  lines: readonly DigestLine[],
  person: StaffId | undefined,
  now: Instant,
): Promise<Readers> {
  const [first] = lines;
  const ids = [person, ...lines.map((line) => line.of)].filter((each) => each !== undefined);
  const { people } = first
    ? await store.readNamed(first.reference, { texts: [], people: [...new Set(ids)] })
    : { people: [] };
  const reader = people.find(({ id }) => id === person);
  const acting = first && reader && (await readActing(store, first.reference, reader, now));
  return {
    person,
    acting,
    nameOf: (id) => people.find((each) => each.id === id)?.name ?? 'somebody else',
  };
}
