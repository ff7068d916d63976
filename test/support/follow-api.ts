import { createFollowHandlers } from '../../functions/resident-api/follow.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Access } from '../../shared/ports/access.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import { createMemoryAccess, type MemoryLinks } from '../../shared/ports/memory/access.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { hashToken } from '../../shared/use-cases/tokens.ts';
import { countingBytes, sample } from './complaints.ts';
import { recorded } from './recorded.ts';
import { fullComplaint } from './resident-view.ts';
import { at, rules } from './rules.ts';

export interface SentByResident {
  reference?: string;
  authorization?: string;
  key?: string;
  body?: unknown;
}

/** The routes of residents with one complaint, `sample`; every call to what they stand on is noted. */
export async function startFollowApi(complaint: Complaint = fullComplaint()) {
  let now = at('2026-12-24T12:00:00Z');
  const links: MemoryLinks = new Map();
  const access = recorded<Access>(createMemoryAccess(links));
  const kept = createMemoryStore(() => 0, { links });
  await kept.receive({
    stored: { complaint, version: 1, head: 'head' },
    personal: { description: 'The lift is out of order.', salt: 'c2FsdA' },
    texts: [],
    entries: [],
    notices: [],
    wakeAt: undefined,
    at: now,
    answer: undefined,
  });
  const store = recorded<ComplaintStore>(kept);
  const handlers = createFollowHandlers({
    access: access.port,
    store: store.port,
    rules,
    clock: () => now,
    randomBytes: countingBytes(),
  });
  const send = (route: keyof typeof handlers, sent: SentByResident = {}) => {
    const { reference = sample, authorization, key, body } = sent;
    const headers = { ...(authorization && { authorization }), ...(key && { 'idempotency-key': key }) };
    return handlers[route]({ params: { reference }, query: {}, headers, body });
  };
  return {
    send,
    store: kept,
    /** names of what was called since the last time that somebody asked */
    calls: () => [...access.calls.splice(0), ...store.calls.splice(0)].map(([name]) => name),
    mailLink: (token: string, change: { purpose?: 'contribution'; party?: number } = {}) => {
      const hash = hashToken(token);
      const validUntil = at('2026-12-24T12:10:00Z');
      links.set(hash, { hash, purpose: 'resident', complaint: sample, party: 1, validUntil, ...change });
      return token;
    },
    moveTo: (moved: string) => {
      now = at(moved);
    },
  };
}

export type FollowApi = Awaited<ReturnType<typeof startFollowApi>>;

/** Opens a session with a link, as a resident's browser does. */
export async function signIn(api: FollowApi, link = 'L'.repeat(43), party = 1): Promise<string> {
  const answer = await api.send('openSession', { body: { link: api.mailLink(link, { party }) } });
  const { session } = JSON.parse('body' in answer ? answer.body : '{}');
  api.calls();
  return `Bearer ${session}`;
}
