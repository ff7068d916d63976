import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAssembly } from '../../../infra/local/template/read-assembly.ts';
import { readStacks, readSystem } from '../../../infra/local/template/read-system.ts';
import { lambda, role, smallResources, smallSystem, stackOf } from './fixtures/small-system.ts';

const functionArn = 'arn:aws:lambda:eu-west-2:123456789012:function:worker';

describe('the system read from templates', () => {
  it('has each table as CreateTable takes it, with its key, stream and time to live apart', () => {
    const [complaints, timeline] = smallSystem().tables;
    expect(complaints).toMatchObject({
      name: 'complaints',
      timeToLiveAttribute: 'expiresAt',
      streamArn: undefined,
    });
    expect(complaints?.keyArn).toMatch(/^arn:aws:kms:/);
    expect(Object.keys(complaints?.definition ?? {})).toEqual([
      'TableName',
      'BillingMode',
      'AttributeDefinitions',
      'KeySchema',
      'GlobalSecondaryIndexes',
    ]);
    expect(timeline).toMatchObject({
      keyArn: undefined,
      definition: { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } },
    });
    expect(timeline?.streamArn).toMatch(/^arn:aws:dynamodb:eu-west-2:123456789012:table\/timeline\/stream\//);
  });

  it('has each function with Lambda’s defaults where the template is silent', () => {
    expect(smallSystem().functions).toMatchObject([
      {
        name: 'worker',
        arn: functionArn,
        codePath: '/bundles/code',
        timeoutSeconds: 3,
        memoryMegabytes: 128,
        asynchronous: { maximumRetryAttempts: 2, onFailureArn: undefined },
      },
    ]);
  });

  it('joins a route with its integration and its authorizer', () => {
    const { api } = readStacks([stackOf({ ...smallResources, ...apiResources })], {});
    expect(api?.routes).toEqual([
      {
        key: 'POST /staff/complaints',
        functionArn,
        authorizer: { issuer: 'https://issuer.example', audiences: ['redress'], scopes: [] },
      },
      { key: 'GET /open', functionArn, authorizer: undefined },
    ]);
  });

  it('reads rules, schedules and streams', () => {
    const system = readStacks([stackOf({ ...smallResources, ...triggerResources })], {});
    expect(system.rules).toMatchObject([
      { schedule: 'rate(5 minutes)', enabled: true, targets: [{ arn: functionArn }] },
    ]);
    expect(system.schedules).toMatchObject([
      { timeZone: 'Europe/London', input: { daily: true }, targetArn: functionArn },
    ]);
    expect(system.streams).toMatchObject([
      {
        maximumRetryAttempts: Number.POSITIVE_INFINITY,
        filters: [{ eventName: ['INSERT'] }],
        reportsPartialFailure: true,
      },
    ]);
  });

  it('lists what needs nothing running locally, with the reason', () => {
    const system = readStacks([stackOf({ Alarm: { Type: 'AWS::CloudWatch::Alarm' } })], {});
    expect(system.inert).toEqual([
      { logicalId: 'Alarm', type: 'AWS::CloudWatch::Alarm', reason: 'no metrics are kept locally' },
    ]);
  });

  it('stops at a resource type that it does not know, in one sentence', () => {
    expect(() => readStacks([stackOf({ Bucket: { Type: 'AWS::S3::Bucket' } })], {})).toThrow(
      'The local stack does not know how to run Bucket of stack small, an AWS::S3::Bucket: ' +
        'run it, or list it as inert with a reason, in infra/local/template/resource-types.ts.',
    );
  });

  it.each([
    ['a condition', { Key: { Type: 'AWS::KMS::Key', Condition: 'IsLive' } }, 'depends on condition IsLive'],
    [
      'an unknown managed policy',
      {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/Admin'] },
        },
      },
      'has the managed policy arn:aws:iam::aws:policy/Admin',
    ],
    [
      'a statement with NotAction',
      { Role: role([{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }]) },
      'has a policy statement with NotAction, which the local stack does not evaluate',
    ],
    [
      'a function without its code',
      {
        Role: role([]),
        F: {
          ...lambda('f', 'Role'),
          Properties: { ...lambda('f', 'Role').Properties, Code: { S3Key: 'other.zip' } },
        },
      },
      'has code that is no asset of the assembly',
    ],
    [
      'a rule that leads nowhere',
      {
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: { ScheduleExpression: 'rate(1 minute)', Targets: [{ Arn: functionArn }] },
        },
      },
      `leads to ${functionArn}, which is no function or queue of the templates`,
    ],
  ])('stops at %s', (_, resources, sentence) => {
    expect(() => readStacks([stackOf(resources)], {})).toThrow(sentence);
  });
});

describe('a cloud assembly', () => {
  it('is read with the stacks that others need first, and the folders of their code', () => {
    const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
    const write = (name: string, content: unknown) =>
      writeFileSync(join(folder, name), JSON.stringify(content));
    const stack = (templateFile: string, dependencies: string[]) => ({
      type: 'aws:cloudformation:stack',
      properties: { templateFile },
      dependencies,
    });
    write('manifest.json', {
      artifacts: {
        App: stack('app.json', ['Store', 'App.assets']),
        'App.assets': { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
        Store: stack('store.json', []),
      },
    });
    const asset = (path: string, packaging: string) => ({
      source: { path, packaging },
      destinations: { here: { objectKey: `${path}.zip` } },
    });
    write('assets.json', { files: { a: asset('asset.1', 'zip'), b: asset('app.json', 'file') } });
    write('store.json', { Resources: { Key: { Type: 'AWS::KMS::Key' } } });
    write('app.json', { Resources: {} });
    try {
      const stacks = readAssembly(folder);
      expect(stacks.map(({ name }) => name)).toEqual(['Store', 'App']);
      expect([...(stacks[1]?.codeFolders ?? [])]).toEqual([['asset.1.zip', join(folder, 'asset.1')]]);
      expect(readSystem(folder, {}).functions).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('that is not there stops with one sentence', () => {
    expect(() => readAssembly(join(tmpdir(), 'no-such-assembly'))).toThrow('synthesize the app again');
  });
});

const apiResources = {
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP', Name: 'api' } },
  ToWorker: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
      IntegrationUri: { 'Fn::GetAtt': ['Worker', 'Arn'] },
    },
  },
  Staff: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      AuthorizerType: 'JWT',
      JwtConfiguration: { Issuer: 'https://issuer.example', Audience: ['redress'] },
    },
  },
  StaffRoute: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      RouteKey: 'POST /staff/complaints',
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: 'Staff' },
      Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'ToWorker' }]] },
    },
  },
  OpenRoute: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      RouteKey: 'GET /open',
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'ToWorker' }]] },
    },
  },
};

const triggerResources = {
  Tick: {
    Type: 'AWS::Events::Rule',
    Properties: {
      ScheduleExpression: 'rate(5 minutes)',
      Targets: [{ Arn: { 'Fn::GetAtt': ['Worker', 'Arn'] } }],
    },
  },
  Daily: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: 'cron(0 7 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      Target: {
        Arn: { 'Fn::GetAtt': ['Worker', 'Arn'] },
        RoleArn: { 'Fn::GetAtt': ['WorkerRole', 'Arn'] },
        Input: '{"daily":true}',
      },
    },
  },
  Wake: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: { 'Fn::GetAtt': ['Timeline', 'StreamArn'] },
      FunctionName: { Ref: 'Worker' },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
    },
  },
};
