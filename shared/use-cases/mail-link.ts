import type { Complaint } from '../domain/complaint.ts';
import { addMinutes, type Instant } from '../domain/london-time.ts';
import type { NoticeKind } from '../domain/notices.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { Link } from '../ports/access.ts';
import type { RandomBytes } from '../ports/clock.ts';
import { hashToken, newToken } from './tokens.ts';

export interface MintLinkPorts {
  randomBytes: RandomBytes;
  /** address of the pages that links lead to, without a slash at its end */
  linkBase: string;
}

const linkKinds: Partial<
  Record<NoticeKind, { purpose: Link['purpose']; path: string; validMinutes: number }>
> = {
  'access-link': { purpose: 'resident', path: 'follow', validMinutes: 10 },
  question: { purpose: 'contribution', path: 'answer', validMinutes: 30 * 24 * 60 },
};

/** Makes the link that a notice of its kind carries to a complaint, if any: what is kept of it, and where it leads. */
export function mintLink(
  { randomBytes, linkBase }: MintLinkPorts,
  notice: Notice,
  { reference, party }: Complaint,
  now: Instant,
): { link: Link; address: string } | undefined {
  const kind = linkKinds[notice.kind];
  if (!kind) return undefined;
  const { purpose, path, validMinutes } = kind;
  const question = purpose === 'contribution' ? notice.reason?.obligation : undefined;
  if (purpose === 'contribution' && !question)
    throw new Error(`notice ${notice.id} of complaint ${reference} asks no question`);
  const { recipient } = notice;
  const asked = question && recipient.type === 'staff' ? recipient.person : undefined;
  const token = newToken(randomBytes);
  return {
    address: `${linkBase}/${path}#${token}`,
    link: {
      hash: hashToken(token),
      purpose,
      complaint: reference,
      party,
      ...(question && { question }),
      ...(asked && { asked }),
      validUntil: addMinutes(now, validMinutes),
    },
  };
}
