import { createHash } from 'node:crypto';
import type { Instant } from '../domain/london-time.ts';
import { isReference, type Reference, referenceFrom } from '../domain/reference.ts';
import { type Notice, owe } from '../domain/stored-notice.ts';
import type { Clock } from '../ports/clock.ts';

export interface RequestLinkPorts {
  store: { oweAlone(notice: Notice): Promise<unknown> };
  clock: Clock;
}

/**
 * Has a link to a complaint mailed to whoever made it. Asked for twice within one span of ten minutes by the clock it is mailed once.
 * It is one write and nothing else whether there is such a complaint or not, so that nobody can tell from the answer, nor
 * from how long it takes; the sender finds out.
 */
export async function requestLink({ store, clock }: RequestLinkPorts, asked: string): Promise<void> {
  const now = clock();
  const notice = {
    id: `access-link_${tenMinutesOf(now)}`,
    kind: 'access-link',
    lane: 'statutory',
    recipient: { type: 'complainant' },
    values: {},
  } as const;
  const reference = isReference(asked) ? asked : standInFor(asked);
  await store.oweAlone(owe(notice, { type: 'complaint', reference }, now));
}

/** What no complaint can be called is written under a name that one could have, and that nothing was typed into. */
function standInFor(text: string): Reference {
  return referenceFrom(createHash('sha256').update(text).digest());
}

/** Which ten minutes of the clock it is, by their start: `202612231500` until 15:09. */
function tenMinutesOf(now: Instant): string {
  return `${now.slice(0, '2026-12-23T15:0'.length).replaceAll(/\D/g, '')}0`;
}
