import type * as z from 'zod/mini';
import type { ProblemType } from '../../problems.ts';
import { changedBody, changeHeaders, referencePath } from '../../staff.ts';
import type { Body, Route } from '../route.ts';

const problems = [
  'invalid-request',
  'not-allowed',
  'unknown-complaint',
  'refused',
  'stale',
  'too-large',
  'not-json',
  'key-reused',
  'key-missing',
  'version-missing',
  'our-fault',
] as const satisfies ProblemType[];

/** A command of staff about one complaint: they differ in path, words and body alone. */
export function command<Sent extends Body, Path extends z.ZodMiniObject = typeof referencePath>(
  path: string,
  summary: string,
  description: string,
  body: Sent,
  inPath?: Path,
) {
  return {
    key: `POST /staff/complaints/{reference}/${path}`,
    function: 'staff-api',
    tag: 'staff',
    summary,
    description,
    request: { path: (inPath ?? referencePath) as Path, headers: changeHeaders, body: body as Sent },
    answer: { status: 200, description: 'The change is stored.', body: changedBody },
    problems,
  } as const satisfies Route;
}
