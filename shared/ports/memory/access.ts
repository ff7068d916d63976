import type { Instant } from '../../domain/london-time.ts';
import type { Access, Link, LinkPurpose, Session } from '../access.ts';

type KeptLink = Link & { used?: { at: Instant; session: string } };

/** Links by their hash, for whoever makes them to put them in. */
export type MemoryLinks = Map<string, KeptLink>;

/** Links and sessions in memory: the same promises as on DynamoDB, kept by the same suite. */
export function createMemoryAccess(links: MemoryLinks = new Map()): Access {
  const sessions = new Map<string, Session>();
  const validLink = (hash: string, purpose: LinkPurpose, now: Instant) => {
    const link = links.get(hash);
    return link && link.purpose === purpose && link.validUntil > now ? link : undefined;
  };
  const subjectOf = ({ complaint, party, question, asked }: Link) => ({
    complaint,
    party,
    ...(question !== undefined && { question }),
    ...(asked !== undefined && { asked }),
  });

  return {
    async redeem(hash, purpose, session, now) {
      const link = validLink(hash, purpose, now);
      if (!link || (link.used && link.used.session !== session)) return undefined;
      const used = link.used ?? { at: now, session };
      links.set(hash, { ...link, used });
      return { ...subjectOf(link), since: used.at };
    },

    async readLink(hash, purpose, now) {
      const link = validLink(hash, purpose, now);
      return link && subjectOf(link);
    },

    async openSession(session) {
      sessions.set(session.hash, structuredClone(session));
    },

    async readSession(hash, now) {
      const session = sessions.get(hash);
      if (!session || session.validUntil <= now) return undefined;
      const { complaint, party } = session;
      return { complaint, party };
    },
  };
}
