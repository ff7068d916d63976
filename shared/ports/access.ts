import type { Instant } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { StaffId } from '../domain/staff.ts';

/** What a mailed link lets its bearer do: see a complaint as its resident, or answer one question about it. */
export type LinkPurpose = 'resident' | 'contribution';

/** What a link or a session is about. */
export interface LinkSubject {
  complaint: Reference;
  /** whose complaint it was then: once another party is put in their place it is good for nothing */
  party: number;
  question?: string | undefined;
  /** the colleague to whom the question was put; none where it was put to somebody outside */
  asked?: StaffId | undefined;
}

/** A link as it is kept: by the hash of its token, so that whoever reads the table can open nothing. */
export interface Link extends LinkSubject {
  /** SHA-256 of the token, base64url */
  hash: string;
  purpose: LinkPurpose;
  /** no longer valid at this instant */
  validUntil: Instant;
}

/** What a link was turned into; `since` is the instant of its first use. */
export interface Redeemed extends LinkSubject {
  since: Instant;
}

export interface Session {
  /** SHA-256 of the token, base64url */
  hash: string;
  /** the one complaint that it is good for */
  complaint: Reference;
  /** the party of the link that it was opened with */
  party: number;
  validUntil: Instant;
}

/** Who a session lets in. */
export type SignedIn = Pick<Session, 'complaint' | 'party'>;

/** Where mailed links are redeemed and residents' sessions kept. What has run out counts as absent. */
export interface Access {
  /**
   * Uses a link up, once, for one session; the same session may ask again, so that a lost answer costs nobody the link.
   *
   * @param session hash of the session's token
   */
  redeem(hash: string, purpose: LinkPurpose, session: string, now: Instant): Promise<Redeemed | undefined>;
  /** a link that may be opened again and again until it runs out */
  readLink(hash: string, purpose: LinkPurpose, now: Instant): Promise<LinkSubject | undefined>;
  openSession(session: Session): Promise<void>;
  readSession(hash: string, now: Instant): Promise<SignedIn | undefined>;
}
