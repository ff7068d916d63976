import type { System } from '../system.ts';
import { type TouchedItem, tableNameOf, touchedItems } from './dynamodb-calls.ts';
import { type Grant, isAllowed, matches } from './grants.ts';
import type { Json } from './json.ts';
import { asList, asObject, asText } from './json.ts';

/**
 * Everything AWS would look for before it carries out a DynamoDB call: the action on the table or index, for each item
 * of a transaction its own, and the key of an encrypted table. Undefined for an operation that nothing here knows.
 */
export function dynamoDbGrants(system: System, operation: string, input: Json): Grant[] | undefined {
  return touchedItems(operation, input)?.flatMap((touched) => grantsOnItem(system, touched));
}

function grantsOnItem({ region, account, tables }: System, { action, table, index }: TouchedItem): Grant[] {
  const name = tableNameOf(table);
  const known = tables.find((one) => one.name === name);
  const arn = known?.arn ?? `arn:aws:dynamodb:${region}:${account}:table/${name}`;
  const resource = index === undefined ? arn : `${arn}/index/${index}`;
  const grant: Grant = { action: `dynamodb:${action}`, resource, context: {} };
  if (known?.keyArn === undefined || action === 'DescribeTable') return [grant];
  const context = { 'kms:viaservice': [`dynamodb.${region}.amazonaws.com`] };
  return [grant, { action: 'kms:Decrypt', resource: known.keyArn, context }];
}

/** What sending a mail takes: the sender's identity and, where one is named, the configuration set. */
export function mailGrants(
  system: System,
  operation: string,
  mail: { from: string; configurationSet: string | undefined },
): Grant[] {
  const context = { 'ses:fromaddress': [mail.from] };
  const resources = [identityArnOf(system, mail.from)];
  if (mail.configurationSet !== undefined) {
    resources.push(
      `arn:aws:ses:${system.region}:${system.account}:configuration-set/${mail.configurationSet}`,
    );
  }
  return resources.map((resource) => ({ action: `ses:${operation}`, resource, context }));
}

/** The verified identity that covers an address: the address itself, else its domain. */
export function verifiedIdentityOf({ mail }: System, address: string): { arn: string } | undefined {
  const lower = address.toLowerCase();
  const domain = lower.slice(lower.lastIndexOf('@') + 1);
  const named = (name: string) => mail.identities.find((identity) => identity.name.toLowerCase() === name);
  return named(lower) ?? named(domain);
}

function identityArnOf(system: System, address: string): string {
  const verified = verifiedIdentityOf(system, address);
  return verified?.arn ?? `arn:aws:ses:${system.region}:${system.account}:identity/${address}`;
}

export function eventGrants(system: System, input: Json): Grant[] {
  const buses = asList(input.Entries).map((entry) =>
    eventBusArnOf(system, asText(asObject(entry).EventBusName)),
  );
  return [...new Set(buses)].map((resource) => ({ action: 'events:PutEvents', resource, context: {} }));
}

export function eventBusArnOf({ region, account }: System, nameOrArn: string): string {
  if (nameOrArn.startsWith('arn:')) return nameOrArn;
  return `arn:aws:events:${region}:${account}:event-bus/${nameOrArn === '' ? 'default' : nameOrArn}`;
}

/** Whether a role's policies allow an action that needs no condition, such as a scheduler's invocation of a function. */
export function roleMay(system: System, roleArn: string, action: string, resource: string): boolean {
  return isAllowed(system.roles.get(roleArn) ?? [], { action, resource, context: {} });
}

/** Whether the function's own permissions let this service, on behalf of this resource, invoke it. */
export function mayInvoke(
  system: System,
  functionArn: string,
  principal: string,
  sourceArn: string,
): boolean {
  return system.permissions.some(
    (permission) =>
      permission.functionArn === functionArn &&
      permission.principal === principal &&
      (permission.sourceArn === undefined || matches(sourceArn, permission.sourceArn)),
  );
}
