import type { System } from '../system.ts';
import { CallError } from './call.ts';
import { type Grant, isAllowed } from './grants.ts';

/** Throws as AWS would unless the role allows every grant. Each decision is made once. */
export function createAuthorizer(system: System) {
  const decisions = new Map<string, boolean>();

  function decide(roleArn: string, grant: Grant): boolean {
    const key = `${roleArn} ${grant.action} ${grant.resource} ${Object.values(grant.context).join()}`;
    const known = decisions.get(key);
    if (known !== undefined) return known;
    const decision = isAllowed(system.roles.get(roleArn) ?? [], grant);
    decisions.set(key, decision);
    return decision;
  }

  return (roleArn: string, grants: Grant[], deniedCode: string, deniedStatus: number): void => {
    const denied = grants.find((grant) => !decide(roleArn, grant));
    if (denied === undefined) return;
    const { action, resource } = denied;
    throw new CallError(
      deniedCode,
      `User: ${roleArn} is not authorized to perform: ${action} on resource: ${resource} ` +
        `because no identity-based policy allows the ${action} action`,
      deniedStatus,
    );
  };
}
