import type { Statement } from '../system.ts';
import { managedPolicies } from './managed-policies.ts';
import {
  isRecord,
  type Resource,
  recordsAt,
  refuseProperties,
  resourceError,
  textsAt,
  valueAt,
} from './properties.ts';

const knownElements = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Condition']);

/** Role ARN → the statements of its inline, attached and managed policies. */
export function readRoles(roles: Resource[], policies: Resource[]): Map<string, Statement[]> {
  const statements = new Map<string, Statement[]>();
  const arnsByName = new Map<string, string>();
  for (const role of roles) {
    refuseProperties(role, ['PermissionsBoundary']);
    const arn = role.identity.attributes.Arn ?? '';
    arnsByName.set(role.identity.ref, arn);
    const inline = recordsAt(role, 'Policies').flatMap(({ PolicyDocument }) =>
      readDocument(role, PolicyDocument),
    );
    statements.set(arn, [...inline, ...readManaged(role)]);
  }
  for (const policy of policies) {
    refuseProperties(policy, ['Users', 'Groups']);
    for (const name of textsAt(policy, 'Roles')) {
      const own = statements.get(arnsByName.get(name) ?? '');
      if (own === undefined)
        throw resourceError(policy, `is attached to ${name}, which is no role of the templates`);
      own.push(...readDocument(policy, valueAt(policy, 'PolicyDocument')));
    }
  }
  return statements;
}

function readManaged(role: Resource): Statement[] {
  return textsAt(role, 'ManagedPolicyArns').flatMap((arn) => {
    const policy = managedPolicies[arn];
    if (policy !== undefined) return policy;
    throw resourceError(
      role,
      `has the managed policy ${arn}, whose statements the local stack does not know: ` +
        'add them in infra/local/template/managed-policies.ts',
    );
  });
}

function readDocument(resource: Resource, document: unknown): Statement[] {
  const statements = isRecord(document) ? document.Statement : undefined;
  if (statements === undefined) throw resourceError(resource, 'has a policy without statements');
  return asList(statements).map((statement) => readStatement(resource, statement));
}

function readStatement(resource: Resource, statement: unknown): Statement {
  if (!isRecord(statement)) throw resourceError(resource, 'has a policy statement that is no object');
  const unknown = Object.keys(statement).find((element) => !knownElements.has(element));
  if (unknown !== undefined) {
    throw resourceError(
      resource,
      `has a policy statement with ${unknown}, which the local stack does not evaluate`,
    );
  }
  const { Effect, Action, Resource: resources, Condition } = statement;
  if ((Effect !== 'Allow' && Effect !== 'Deny') || Action === undefined || resources === undefined) {
    throw resourceError(resource, 'has a policy statement without Effect, Action or Resource');
  }
  return {
    effect: Effect,
    actions: asList(Action).map(String),
    resources: asList(resources).map(String),
    conditions: readConditions(resource, Condition ?? {}),
  };
}

function readConditions(resource: Resource, conditions: unknown): Statement['conditions'] {
  const normalised: Statement['conditions'] = {};
  for (const [operator, keys] of Object.entries(
    isRecord(conditions) ? conditions : { [String(conditions)]: 0 },
  )) {
    if (!isRecord(keys))
      throw resourceError(resource, `has a policy condition ${operator} that is no object`);
    const values = Object.entries(keys).map(([key, value]) => [key, asList(value).map(String)] as const);
    normalised[operator] = Object.fromEntries(values);
  }
  return normalised;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
