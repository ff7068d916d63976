import { type Policy, policySchema } from '../domain/policy.ts';
import { sayProblems } from './policy-problems.ts';

export type CheckedPolicy = { policy: Policy } | { problems: string[] };

/** Reads a policy from the text of its file, or says everything that is wrong in it, a line for each thing. */
export function checkPolicy(source: string): CheckedPolicy {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (error) {
    return { problems: [`this is not JSON: ${error instanceof Error ? error.message : error}`] };
  }
  const parsed = policySchema.safeParse(json, { reportInput: true });
  return parsed.success
    ? { policy: parsed.data }
    : { problems: parsed.error.issues.flatMap((issue) => sayProblems(issue)) };
}
