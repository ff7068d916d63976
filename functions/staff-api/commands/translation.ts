import type * as z from 'zod/mini';
import type { Action, Role } from '../../../shared/domain/authorization.ts';
import type { StaffCommand } from '../../../shared/domain/decide.ts';
import type { AlreadyGiven } from '../../../shared/domain/giving.ts';
import type { Instant } from '../../../shared/domain/london-time.ts';
import type { StaffId } from '../../../shared/domain/staff.ts';
import type { TextRef } from '../../../shared/domain/text.ts';

export type Keep = (text: string) => TextRef;

/** What a command is put together from: who acts, what they sent, what the path names, and where texts are put aside. */
export interface Sent<Body> {
  by: StaffId;
  /** what the token of whoever acts says that they are */
  roles: readonly Role[];
  body: Body;
  params: Record<string, string>;
  keep: Keep;
}

interface Translation<Body> {
  action: Action;
  /** others whom the body names */
  people?: (body: Body) => (StaffId | undefined)[];
  command: (sent: Sent<Body>) => StaffCommand;
}

/** A translation for each route of a family. */
export type Translations<Family> = {
  [Name in keyof Family]: Family[Name] extends { request: { body: infer Body } }
    ? Translation<z.infer<Body>>
    : never;
};

interface GivenBody {
  happenedAt?: Instant | undefined;
  alreadyGiven?: { how: AlreadyGiven['how']; evidence: string } | undefined;
}

export function given({ happenedAt, alreadyGiven }: GivenBody, keep: Keep) {
  return {
    happenedAt,
    alreadyGiven: alreadyGiven && { how: alreadyGiven.how, evidence: keep(alreadyGiven.evidence) },
  };
}

/** Puts a text aside that may be left out. */
export function keepIfSent(text: string | undefined, keep: Keep): TextRef | undefined {
  return text === undefined ? undefined : keep(text);
}
