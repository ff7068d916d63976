import type * as z from 'zod/mini';
import type { ProblemType } from '../problems.ts';

type Fields = z.ZodMiniObject;
/** the fields that are sent, of one form or of several that a field of theirs tells apart */
export type Body = Fields | z.ZodMiniDiscriminatedUnion;

/** One route with everything that passes through it. */
export interface Route {
  key: string;
  function: string;
  /** whose route it is; staff pass the authorizer */
  tag: 'residents' | 'staff' | 'contributors';
  summary: string;
  description: string;
  /** `session`: the resident’s session travels as a bearer token */
  session?: true;
  request: { path?: Fields; query?: Fields; headers?: Fields; body?: Body };
  /** what has a `version` or `revision` has that for its ETag, which a change must name, unless `etag` says no */
  answer: { status: 200 | 201 | 202; description: string; body: Fields; etag?: boolean };
  /** every problem that it may be answered with */
  problems: readonly ProblemType[];
}
