import { describe, expect, it } from 'vitest';
import { checkStatements, isAllowed, suppliedConditionKeys } from '../../../infra/local/aws/grants.ts';
import { dynamoDbGrants, mailGrants, mayInvoke, roleMay } from '../../../infra/local/aws/required-grants.ts';
import type { Statement } from '../../../infra/local/system.ts';
import { smallSystem, workerStatements } from './fixtures/small-system.ts';

const table = 'arn:aws:dynamodb:eu-west-2:123456789012:table/complaints';
const roleArn = 'arn:aws:iam::123456789012:role/small-WorkerRole';

function statement(part: Partial<Statement>): Statement {
  return { effect: 'Allow', actions: ['dynamodb:GetItem'], resources: [table], conditions: {}, ...part };
}

function allows(statements: Statement[], action: string, resource: string, context = {}): boolean {
  return isAllowed(statements, { action, resource, context });
}

describe('the evaluation of statements', () => {
  it('allows the action on the resource and nothing else', () => {
    const statements = [statement({})];
    expect(allows(statements, 'dynamodb:GetItem', table)).toBe(true);
    expect(allows(statements, 'DynamoDB:getitem', table)).toBe(true);
    expect(allows(statements, 'dynamodb:PutItem', table)).toBe(false);
    expect(allows(statements, 'dynamodb:GetItem', `${table}s`)).toBe(false);
    expect(allows(statements, 'dynamodb:GetItem', `${table}/index/due`)).toBe(false);
    expect(allows([], 'dynamodb:GetItem', table)).toBe(false);
  });

  it('knows wildcards in actions and resources', () => {
    const statements = [statement({ actions: ['dynamodb:Get*'], resources: [`${table}/index/du?`] })];
    expect(allows(statements, 'dynamodb:GetItem', `${table}/index/due`)).toBe(true);
    expect(allows(statements, 'dynamodb:GetItem', table)).toBe(false);
    expect(allows(statements, 'dynamodb:GetItem', `${table}/index/duel`)).toBe(false);
  });

  it('lets an explicit Deny win', () => {
    const statements = [statement({}), statement({ effect: 'Deny', actions: ['*'], resources: ['*'] })];
    expect(allows(statements, 'dynamodb:GetItem', table)).toBe(false);
  });

  it('compares each condition with what the call supplies', () => {
    const from = (operator: string, value: string) =>
      statement({ conditions: { [operator]: { 'ses:FromAddress': [value] } } });
    const context = { 'ses:fromaddress': ['a@example.org'] };
    expect(allows([from('StringEquals', 'a@example.org')], 'dynamodb:GetItem', table, context)).toBe(true);
    expect(allows([from('StringEquals', 'b@example.org')], 'dynamodb:GetItem', table, context)).toBe(false);
    expect(allows([from('StringEquals', 'a@example.org')], 'dynamodb:GetItem', table)).toBe(false);
    expect(allows([from('StringLike', '*@example.org')], 'dynamodb:GetItem', table, context)).toBe(true);
    expect(
      allows([from('ForAllValues:StringLike', '*@example.com')], 'dynamodb:GetItem', table, context),
    ).toBe(false);
    expect(allows([from('ForAllValues:StringLike', '*@example.com')], 'dynamodb:GetItem', table)).toBe(true);
  });
});

describe('the check of statements at start', () => {
  const check = (part: Partial<Statement>) => () =>
    checkStatements(roleArn, [statement(part)], suppliedConditionKeys);

  it('passes what it can evaluate', () => {
    expect(check({ resources: ['*'] })).not.toThrow();
    expect(check({ conditions: { StringEquals: { 'kms:viaservice': ['x'] } } })).not.toThrow();
  });

  it.each([
    [
      'an unknown operator',
      { conditions: { NumericLessThan: { 'ses:FromAddress': ['1'] } } },
      'condition NumericLessThan',
    ],
    [
      'a key it never supplies',
      { conditions: { StringEquals: { 'aws:SourceIp': ['1'] } } },
      'condition key aws:SourceIp',
    ],
    [
      'a resource that is no ARN',
      { resources: ['complaints'] },
      'names the resource complaints, which is no full ARN',
    ],
    ['an action of no service', { actions: ['GetItem'] }, 'names GetItem, which is no action'],
  ])('refuses %s', (_, part, sentence) => {
    expect(check(part)).toThrow(sentence);
  });
});

describe('what a call takes', () => {
  const system = smallSystem();
  const mayWith = (statements: unknown[], operation: string, input: Record<string, unknown>) => {
    const own = smallSystem(statements);
    const policies = own.roles.get(roleArn) ?? [];
    return dynamoDbGrants(own, operation, input)?.every((grant) => isAllowed(policies, grant));
  };
  const may = (operation: string, input: Record<string, unknown>) =>
    mayWith(workerStatements, operation, input);
  const put = { Put: { TableName: 'complaints', Item: {} } };

  it('is the action on the table, and the key of an encrypted one', () => {
    expect(dynamoDbGrants(system, 'GetItem', { TableName: 'timeline' })).toMatchObject([
      { action: 'dynamodb:GetItem', resource: 'arn:aws:dynamodb:eu-west-2:123456789012:table/timeline' },
    ]);
    expect(
      dynamoDbGrants(system, 'GetItem', { TableName: 'complaints' })?.map(({ action }) => action),
    ).toEqual(['dynamodb:GetItem', 'kms:Decrypt']);
  });

  it('is the action of each item of a transaction', () => {
    const TransactItems = [
      put,
      { Update: { TableName: 'timeline' } },
      { ConditionCheck: { TableName: 'timeline' } },
    ];
    const actions = dynamoDbGrants(system, 'TransactWriteItems', { TransactItems })?.map(
      ({ action }) => action,
    );
    expect(actions).toEqual([
      'dynamodb:PutItem',
      'kms:Decrypt',
      'dynamodb:UpdateItem',
      'dynamodb:ConditionCheckItem',
    ]);
  });

  it('is denied for another action, another table, an index without a grant, or one item of a transaction', () => {
    expect(may('GetItem', { TableName: 'complaints' })).toBe(true);
    expect(may('DeleteItem', { TableName: 'complaints' })).toBe(false);
    expect(may('GetItem', { TableName: 'timeline' })).toBe(false);
    expect(may('GetItem', { TableName: 'elsewhere' })).toBe(false);
    expect(may('Query', { TableName: 'complaints', IndexName: 'due' })).toBe(true);
    expect(may('Query', { TableName: 'complaints', IndexName: 'period' })).toBe(false);
    expect(may('Query', { TableName: 'complaints' })).toBe(false);
    expect(may('TransactWriteItems', { TransactItems: [put] })).toBe(true);
    expect(may('TransactWriteItems', { TransactItems: [put, { Delete: { TableName: 'complaints' } }] })).toBe(
      false,
    );
    expect(may('BatchGetItem', { RequestItems: { complaints: {} } })).toBe(false);
  });

  it('is denied on an encrypted table without the grant on its key', () => {
    const withoutKey = workerStatements.filter(({ Action }) => !Action.includes('kms:Decrypt'));
    expect(mayWith(withoutKey, 'GetItem', { TableName: 'complaints' })).toBe(false);
    expect(mayWith(withoutKey, 'PutItem', { TableName: 'timeline' })).toBe(true);
  });

  it('is unknown for an operation that nobody has described', () => {
    expect(dynamoDbGrants(system, 'ExecuteStatement', {})).toBeUndefined();
  });

  it('is for a mail the identity and the configuration set, from that address', () => {
    const policies = system.roles.get(roleArn) ?? [];
    const maySend = (from: string, configurationSet: string | undefined) =>
      mailGrants(system, 'SendRawEmail', { from, configurationSet }).every((grant) =>
        isAllowed(policies, grant),
      );
    expect(maySend('complaints@example.org', 'mail')).toBe(true);
    expect(maySend('complaints@example.org', undefined)).toBe(true);
    expect(maySend('complaints@example.org', 'other')).toBe(false);
    expect(maySend('somebody@example.org', 'mail')).toBe(false);
    expect(maySend('complaints@example.com', 'mail')).toBe(false);
  });

  it('is for the runtime itself a role’s policy or a function’s permission', () => {
    const bus = 'arn:aws:events:eu-west-2:123456789012:event-bus/default';
    expect(roleMay(system, roleArn, 'events:PutEvents', bus)).toBe(true);
    expect(roleMay(system, 'arn:aws:iam::123456789012:role/nobody', 'events:PutEvents', bus)).toBe(false);
    const permission = {
      functionArn: 'f',
      principal: 'apigateway.amazonaws.com',
      sourceArn: 'arn:api/*/*/x',
    };
    const permitted = { ...system, permissions: [permission] };
    expect(mayInvoke(permitted, 'f', 'apigateway.amazonaws.com', 'arn:api/$default/GET/x')).toBe(true);
    expect(mayInvoke(permitted, 'f', 'apigateway.amazonaws.com', 'arn:api/$default/GET/y')).toBe(false);
    expect(mayInvoke(permitted, 'f', 'events.amazonaws.com', 'arn:api/$default/GET/x')).toBe(false);
    expect(mayInvoke(permitted, 'g', 'apigateway.amazonaws.com', 'arn:api/$default/GET/x')).toBe(false);
  });
});
