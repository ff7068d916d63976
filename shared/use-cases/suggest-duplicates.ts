import { mayDo, type StaffToken, staffFrom } from '../domain/authorization.ts';
import type { Complaint } from '../domain/complaint.ts';
import { byLikelihood, type Compared, type Sameness, samenessOf } from '../domain/duplicates.ts';
import type { Reference } from '../domain/reference.ts';
import type { Clock } from '../ports/clock.ts';
import type { ComplaintStore, WrittenComplaint } from '../ports/complaint-store.ts';
import type { Records } from '../ports/records.ts';
import { admit, type NotAdmitted } from './admit.ts';

/** A complaint that may be the same as another, and in what. */
export interface Suggestion {
  complaint: Complaint;
  same: Sameness[];
  /** the beginning of what it says */
  excerpt: string;
}

const mostCompared = 20;
const excerptLength = 200;

/**
 * What may be a second copy of a complaint: others of the same person or home, the likeliest first. It only suggests;
 * people merge and link.
 */
export async function suggestDuplicates(
  { store, records, clock }: { store: ComplaintStore; records: Records; clock: Clock },
  { token, reference }: { token: StaffToken; reference: Reference },
): Promise<{ type: 'found'; suggestions: Suggestion[] } | NotAdmitted> {
  const basis = await store.loadForCommand({ reference, people: [token.id] }, clock());
  const admitted = admit(token, 'read-complaint', basis);
  if ('result' in admitted) return admitted.result;
  const { stored } = admitted;
  const staff = staffFrom(
    token,
    basis.people.find(({ id }) => id === token.id),
  );
  const one = comparedOf({ stored, personal: basis.personal });
  const others = await store.loadAll(await candidatesFor(records, stored.complaint));
  const suggestions = others.flatMap((each) => {
    const { complaint } = each.stored;
    const other = comparedOf(each);
    const same = samenessOf(one, other);
    const isTheirs = same.includes('person') || same.includes('property');
    const isSettled = areSettled(stored.complaint, complaint);
    if (!isTheirs || isSettled || !mayDo(staff, 'read-complaint', complaint).allowed) return [];
    return [{ complaint, same, excerpt: other.description.slice(0, excerptLength).toWellFormed() }];
  });
  const rankOf = ({ same, complaint: { receivedOn } }: Suggestion) => ({ same, receivedOn });
  return {
    type: 'found',
    suggestions: suggestions.toSorted((a, b) => byLikelihood(rankOf(a), rankOf(b))),
  };
}

/** Of the same person first, then of the same home, the newest of each. */
async function candidatesFor(records: Records, complaint: Complaint): Promise<Reference[]> {
  const { landlord, reference } = complaint;
  const found = (['resident', 'property'] as const).map(async (kind) => {
    const id = complaint[kind];
    return id === undefined ? [] : await records.complaintsOf(kind, { landlord, id });
  });
  const all = new Set((await Promise.all(found)).flat());
  all.delete(reference);
  return [...all].slice(0, mostCompared);
}

/** Whether somebody has judged already what the two have to do with each other. */
function areSettled(one: Complaint, other: Complaint): boolean {
  const names = ({ merged, related, mergedInto }: Complaint) => [
    ...[...merged, ...related].map(({ complaint }) => complaint),
    ...(mergedInto ? [mergedInto] : []),
  ];
  const areMerged = other.mergedInto !== undefined;
  return areMerged || names(one).includes(other.reference) || names(other).includes(one.reference);
}

function comparedOf({ stored: { complaint }, personal }: WrittenComplaint): Compared {
  return { ...complaint, description: personal?.description ?? '' };
}
