import { describe, expect, it } from 'vitest';
import { resourcesOf, synthesizeTemplates } from './synthesized.ts';

interface Statement {
  Sid: string;
  Effect: string;
  Action: string | string[];
  Resource: string | string[];
  Condition?: unknown;
}

const templates = synthesizeTemplates();
const roles = resourcesOf(templates, 'AWS::IAM::Role');
const statementsOf = ({ properties }: (typeof roles)[number]): Statement[] =>
  (properties.Policies as { PolicyDocument: { Statement: Statement[] } }[]).flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  );
const list = (value: string | string[]) => [value].flat();

const dynamodb = (...operations: string[]) => operations.map((operation) => `dynamodb:${operation}`);
const appends = { 'TablesTimeline.Arn': ['dynamodb:PutItem'] };
const timelineReads = { 'TablesTimeline.Arn': ['dynamodb:PutItem', 'dynamodb:Query'] };
const streamReads = {
  'TablesTimeline.StreamArn': [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
  ],
};
const worklist = { 'TablesComplaints.Arn/index/worklist': ['dynamodb:Query'] };
const find = { 'TablesComplaints.Arn/index/find': ['dynamodb:Query'] };
const due = { 'TablesComplaints.Arn/index/due': ['dynamodb:Query'] };
const key = { 'Key.Arn': ['kms:Decrypt'] };
const own = (name: string) => ({
  [`${name}Log.Arn`]: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  [`${name}Failures.Arn`]: ['sqs:SendMessage'],
  '*': ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
});
const ses = `arn:\${AWS::Partition}:ses:\${AWS::Region}:\${AWS::AccountId}`;

describe('what each role may do', () => {
  it('is exactly this', () => {
    const matrix = Object.fromEntries(
      roles.map((role) => {
        const actions: Record<string, string[]> = {};
        for (const { Action, Resource } of statementsOf(role)) {
          for (const resource of list(Resource))
            actions[resource] = [...(actions[resource] ?? []), ...list(Action)];
        }
        return [role.logicalId.replace(/Role[0-9A-F]{8}$/, ''), actions];
      }),
    );
    expect(matrix).toEqual({
      residentapi: {
        'TablesComplaints.Arn': dynamodb(
          'BatchGetItem',
          'ConditionCheckItem',
          'GetItem',
          'PutItem',
          'Query',
          'UpdateItem',
        ),
        ...appends,
        ...key,
        ...own('residentapi'),
      },
      staffapi: {
        'TablesComplaints.Arn': dynamodb('BatchGetItem', 'ConditionCheckItem', 'GetItem', 'PutItem', 'Query'),
        ...due,
        ...worklist,
        ...find,
        ...timelineReads,
        ...key,
        ...own('staffapi'),
      },
      sweep: {
        'TablesComplaints.Arn': dynamodb('GetItem', 'PutItem', 'Query', 'UpdateItem'),
        ...due,
        ...worklist,
        ...appends,
        ...key,
        ...own('sweep'),
      },
      sendnotices: {
        'TablesComplaints.Arn': dynamodb(
          'BatchGetItem',
          'ConditionCheckItem',
          'GetItem',
          'PutItem',
          'Query',
          'UpdateItem',
        ),
        ...due,
        ...appends,
        ...streamReads,
        ...key,
        [`${ses}:identity/MailIdentity`]: ['ses:SendRawEmail'],
        [`${ses}:configuration-set/MailConfigurationSet`]: ['ses:SendRawEmail'],
        ...own('sendnotices'),
      },
      mailevents: {
        'TablesComplaints.Arn': dynamodb('BatchGetItem', 'GetItem', 'PutItem', 'Query'),
        ...appends,
        ...key,
        ...own('mailevents'),
      },
      publishevents: {
        'TablesTimeline.Arn': ['dynamodb:Query'],
        ...streamReads,
        ...key,
        'Bus.Arn': ['events:PutEvents'],
        ...own('publishevents'),
      },
      calendarwatch: {
        'TablesComplaints.Arn': dynamodb('GetItem', 'PutItem', 'Query'),
        ...worklist,
        ...key,
        ...own('calendarwatch'),
      },
      digest: {
        'TablesComplaints.Arn': dynamodb('BatchGetItem', 'GetItem', 'PutItem', 'Query'),
        ...worklist,
        ...key,
        ...own('digest'),
      },
      SweepDaily: { 'sweepFunction.Arn': ['lambda:InvokeFunction'] },
      CalendarDaily: { 'calendarwatchFunction.Arn': ['lambda:InvokeFunction'] },
      DigestDaily: { 'digestFunction.Arn': ['lambda:InvokeFunction'] },
    });
  });

  it('lets nobody delete', () => {
    const actions = roles.flatMap(statementsOf).flatMap(({ Action }) => list(Action));
    expect(actions.filter((action) => action.includes('Delete'))).toEqual([]);
  });

  it('contains no wildcard but the resource of traces', () => {
    for (const statement of roles.flatMap(statementsOf)) {
      expect(list(statement.Action).join()).not.toContain('*');
      if (statement.Sid !== 'OwnTrace') expect(list(statement.Resource).join()).not.toContain('*');
      expect(statement.Effect).toBe('Allow');
    }
  });

  it('is under a condition for the key and for mail, and under no other', () => {
    const conditions = Object.fromEntries(
      roles
        .flatMap(statementsOf)
        .filter(({ Condition }) => Condition !== undefined)
        .map(({ Sid, Condition }) => [Sid, Condition]),
    );
    expect(conditions).toEqual({
      TableKey: { StringEquals: { 'kms:ViaService': `dynamodb.\${AWS::Region}.amazonaws.com` } },
      MailFromSender: { StringEquals: { 'ses:FromAddress': 'Sender' } },
    });
  });

  it('stands in the role itself: no managed policy, no policy attached later', () => {
    expect(roles.filter(({ properties }) => 'ManagedPolicyArns' in properties)).toEqual([]);
    expect(resourcesOf(templates, 'AWS::IAM::Policy')).toEqual([]);
  });
});
