import type { Action, StaffToken } from '../domain/authorization.ts';
import type { Reference } from '../domain/reference.ts';
import type { Notice } from '../domain/sending.ts';
import type { Clock } from '../ports/clock.ts';
import type { ComplaintStore, StoredComplaint } from '../ports/complaint-store.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import type { TimelineEntry } from '../ports/timeline.ts';
import { admit, type NotAdmitted } from './admit.ts';

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
  personal: PersonalText | undefined;
  texts: ReadonlyMap<string, string>;
}

export async function readComplaint(ports: ReadPorts, asked: Asked): Promise<Found<WholeComplaint>> {
  const read = await open(ports, asked, 'read-complaint');
  if (read.type !== 'found') return read;
  return { ...read, texts: await ports.store.readTexts(asked.reference) };
}

export async function readTimeline(
  ports: ReadPorts,
  asked: Asked,
): Promise<Found<{ entries: TimelineEntry[]; texts: ReadonlyMap<string, string> }>> {
  const read = await open(ports, asked, 'read-timeline');
  if (read.type !== 'found') return read;
  const [entries, texts] = await Promise.all([
    ports.store.timeline(asked.reference),
    ports.store.readTexts(asked.reference),
  ]);
  return { type: 'found', entries, texts };
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
  return { type: 'found' as const, stored: admitted.stored, personal: basis.personal };
}
