import type { Action, StaffToken } from '../domain/authorization.ts';
import type { Context } from '../domain/decision.ts';
import type { ResidentRecord } from '../domain/records.ts';
import type { Reference } from '../domain/reference.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { Clock } from '../ports/clock.ts';
import type { ComplaintStore, StoredComplaint } from '../ports/complaint-store.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import type { Records } from '../ports/records.ts';
import type { TimelineEntry } from '../ports/timeline.ts';
import { admit, type NotAdmitted } from './admit.ts';
import { readRecordOf } from './known-people.ts';
import { entriesToHide, otherIn, othersOf, readOthers, withoutUnknown } from './other-complaints.ts';
import { policyOf, type Rules } from './rules.ts';

/** What staff look at. Nothing here changes anything. */

interface ReadPorts {
  store: ComplaintStore;
  clock: Clock;
}

interface Asked {
  token: StaffToken;
  reference: Reference;
}

type Found<What> = ({ type: 'found' } & What) | NotAdmitted;

export interface WholeComplaint {
  stored: StoredComplaint;
  /** what it is counted by */
  basis: Pick<Context, 'policy' | 'calendar'>;
  personal: PersonalText | undefined;
  texts: ReadonlyMap<string, string>;
  /** what is known of its resident beyond it, where somebody has written that */
  record?: ResidentRecord | undefined;
  /** those that were part of it and go their own way again */
  reopened?: ReadonlySet<Reference> | undefined;
}

export async function readComplaint(
  ports: ReadPorts & { rules: Rules; records: Pick<Records, 'readResident'> },
  asked: Asked,
): Promise<Found<WholeComplaint>> {
  const read = await open(ports, asked, 'read-complaint');
  if (read.type !== 'found') return read;
  const { complaint } = read.stored;
  const policy = policyOf(ports.rules, complaint);
  const [texts, { calendar }, record, others] = await Promise.all([
    ports.store.readTexts(asked.reference),
    ports.rules.calendarFor(policy),
    readRecordOf('lead', ports.records, complaint, read.personal),
    readOthers(ports.store, asked, read.people, othersOf(complaint)),
  ]);
  const stored = { ...read.stored, complaint: withoutUnknown(complaint, others) };
  return { ...read, stored, texts, record, reopened: others.apart, basis: { policy, calendar } };
}

export async function readTimeline(
  ports: ReadPorts,
  asked: Asked,
): Promise<
  Found<{ entries: TimelineEntry[]; texts: ReadonlyMap<string, string>; hidden: ReadonlySet<number> }>
> {
  const read = await open(ports, asked, 'read-timeline');
  if (read.type !== 'found') return read;
  const [entries, texts] = await Promise.all([
    ports.store.timeline(asked.reference),
    ports.store.readTexts(asked.reference),
  ]);
  const named = entries.flatMap(({ event }) => otherIn(event) ?? []);
  const others = await readOthers(ports.store, asked, read.people, named);
  return { type: 'found', entries, texts, hidden: entriesToHide(entries, others) };
}

export async function readNotices(ports: ReadPorts, asked: Asked): Promise<Found<{ notices: Notice[] }>> {
  const read = await open(ports, asked, 'read-notices');
  if (read.type !== 'found') return read;
  return { type: 'found', notices: await ports.store.notices(asked.reference) };
}

async function open(ports: ReadPorts, { token, reference }: Asked, action: Action) {
  const basis = await ports.store.loadForCommand({ reference, people: [token.id] }, ports.clock());
  const admitted = admit(token, action, basis);
  if ('result' in admitted) return admitted.result;
  return { type: 'found' as const, stored: admitted.stored, personal: basis.personal, people: basis.people };
}
