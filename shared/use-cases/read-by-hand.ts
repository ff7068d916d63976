import { mayDo, type Permission, type Staff, type StaffToken } from '../domain/authorization.ts';
import { owedByHand } from '../domain/notice-by-hand.ts';
import type { Obligation } from '../domain/obligations.ts';
import type { ResidentRecord } from '../domain/records.ts';
import type { Reference } from '../domain/reference.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { WayByHand } from '../domain/ways.ts';
import type { NoticeByHand } from '../ports/by-hand.ts';
import type { ComplaintStore, WrittenComplaint } from '../ports/complaint-store.ts';
import type { Records } from '../ports/records.ts';
import { type Addressee, addresseeOf } from './addressee.ts';
import { admitToLandlord, type LandlordAdmission, type NotAdmittedToLandlord } from './admit-to-landlord.ts';
import { readRecordOf } from './known-people.ts';
import { nameLetter } from './letter-name.ts';

/** The letters and calls of a landlord that wait for somebody’s hand (Code 3.2). Nothing here changes anything. */

export type ReadByHandPorts = LandlordAdmission & {
  store: Pick<ComplaintStore, 'byHand' | 'loadAll'>;
  records: Pick<Records, 'readResident'>;
};

/** A letter that is to be posted, or a call that is to be made. */
export interface ToGive {
  id: string;
  reference: Reference;
  kind: Notice['kind'];
  obligation: Obligation;
  to: Addressee;
  /** what is known of whom it is for */
  record: ResidentRecord | undefined;
}

export interface ByHandQuery {
  landlord: string;
  way: WayByHand;
  after: string | undefined;
  limit: number;
}

type Page = { type: 'found'; items: ToGive[]; next: string | undefined };

/** As of the worklist: reading on for ever in search of the last match would outlast the request. */
const mostReadByPage = 10;

/**
 * A page of what waits to be posted, or to be told in a call, by the day by which it is to be given. What somebody may not
 * see is left out, and what is owed no longer.
 *
 * @returns `next` to go on from; the page may be short although there is more
 */
export async function readByHand(
  ports: ReadByHandPorts,
  token: StaffToken,
  query: ByHandQuery,
): Promise<Page | { type: 'refused'; refusal: NotAdmittedToLandlord }> {
  const admitted = await admitToLandlord(ports, token, 'read-letters', query.landlord);
  if ('refusal' in admitted) return { type: 'refused', refusal: admitted.refusal };
  const { limit, way } = query;
  const found: (Waiting & { obligation: Obligation })[] = [];
  let read = 0;
  let next: string | undefined;
  for await (const each of waitingFrom(ports, query)) {
    read++;
    const seen = maySee(admitted.staff, each);
    const obligation = seen.allowed ? toGive(each, way) : undefined;
    if (obligation) found.push({ ...each, obligation });
    const enough = found.length === limit || read >= mostReadByPage * limit;
    // Where to go on names a complaint, which must be none about the reader.
    const tellable = seen.allowed || seen.why !== 'complained-about';
    if (!enough || !tellable) continue;
    next = each.isLast ? undefined : each.after;
    break;
  }
  const items = await Promise.all(found.map((each) => describe(ports.records, each)));
  return { type: 'found', items, next };
}

/** A hint with its complaint. */
type Waiting = NoticeByHand & WrittenComplaint & { isLast: boolean };

async function* waitingFrom(
  { store }: Pick<ReadByHandPorts, 'store'>,
  { landlord, after: from, limit }: ByHandQuery,
): AsyncGenerator<Waiting> {
  let after = from;
  for (let goesOn = true; goesOn; ) {
    const { waiting, more } = await store.byHand({ landlord, after, limit });
    const references = new Set(waiting.flatMap(({ notice }) => referenceOf(notice) ?? []));
    const loaded = await store.loadAll([...references]);
    for (const [index, hint] of waiting.entries()) {
      const reference = referenceOf(hint.notice);
      const written = loaded.find(({ stored }) => stored.complaint.reference === reference);
      if (written) yield { ...hint, ...written, isLast: !more && index === waiting.length - 1 };
    }
    after = waiting.at(-1)?.after;
    goesOn = more && after !== undefined;
  }
}

function referenceOf({ owner }: Notice): Reference | undefined {
  return owner.type === 'complaint' ? owner.reference : undefined;
}

function maySee(staff: Staff, { stored }: Waiting): Permission {
  return mayDo(staff, 'read-complaint', stored.complaint);
}

function toGive({ notice, stored }: Waiting, way: WayByHand): Obligation | undefined {
  return notice.byHand?.way === way ? owedByHand(notice, stored.complaint) : undefined;
}

async function describe(
  records: ReadByHandPorts['records'],
  { notice, stored, personal, obligation }: Waiting & { obligation: Obligation },
): Promise<ToGive> {
  const { complaint } = stored;
  const to = addresseeOf(notice, complaint, personal);
  return {
    id: nameLetter(complaint.reference, notice.id),
    reference: complaint.reference,
    kind: notice.kind,
    obligation,
    to,
    record: await readRecordOf(to.party, records, complaint, personal),
  };
}
