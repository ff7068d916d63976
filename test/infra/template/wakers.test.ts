import { describe, expect, it } from 'vitest';
import { resourcesOf, synthesizeTemplates } from './synthesized.ts';

const templates = synthesizeTemplates();

describe('what wakes the functions', () => {
  it('is exactly one permission each, and the schedule through its role', () => {
    const invokers = resourcesOf(templates, 'AWS::Lambda::Permission').map(({ properties }) => [
      properties.FunctionName,
      properties.Principal,
      properties.SourceArn,
    ]);
    const api = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:ApiHttp/*/*/*`;
    expect(invokers).toEqual([
      ['residentapiFunction.Arn', 'apigateway.amazonaws.com', api],
      ['staffapiFunction.Arn', 'apigateway.amazonaws.com', api],
      ['sweepFunction.Arn', 'events.amazonaws.com', 'SweepTick.Arn'],
      ['sendnoticesFunction.Arn', 'events.amazonaws.com', 'SendTick.Arn'],
      ['maileventsFunction.Arn', 'events.amazonaws.com', 'MailEvents.Arn'],
    ]);
  });

  it('is two ticks without retry, and the events of our mail with a place for those that cannot be handed over', () => {
    const tick = (target: string) => [
      { Arn: target, Id: 'Target0', RetryPolicy: { MaximumRetryAttempts: 0 } },
    ];
    expect(resourcesOf(templates, 'AWS::Events::Rule').map(({ properties }) => properties)).toEqual([
      { ScheduleExpression: 'rate(5 minutes)', State: 'ENABLED', Targets: tick('sweepFunction.Arn') },
      { ScheduleExpression: 'rate(1 minute)', State: 'ENABLED', Targets: tick('sendnoticesFunction.Arn') },
      {
        EventPattern: {
          source: ['aws.ses'],
          detail: { mail: { tags: { 'ses:configuration-set': ['MailConfigurationSet'] } } },
        },
        State: 'ENABLED',
        Targets: [
          {
            Arn: 'maileventsFunction.Arn',
            DeadLetterConfig: { Arn: 'maileventsFailures.Arn' },
            Id: 'Target0',
          },
        ],
      },
    ]);
  });

  it('is a second trigger of the sweep at seven in London, by which it also checks, the watch an hour before, and the digest after', () => {
    const schedules = resourcesOf(templates, 'AWS::Scheduler::Schedule').map(({ properties }) => properties);
    const daily = (time: string, name: string, role: string) => ({
      ScheduleExpression: `cron(${time} * * ? *)`,
      ScheduleExpressionTimezone: 'Europe/London',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: { Arn: `${name}Function.Arn`, RoleArn: role, RetryPolicy: { MaximumRetryAttempts: 0 } },
    });
    expect(schedules).toMatchObject([
      daily('0 7', 'sweep', 'SweepDailyRole.Arn'),
      daily('0 6', 'calendarwatch', 'CalendarDailyRole.Arn'),
      daily('30 7', 'digest', 'DigestDailyRole.Arn'),
    ]);
    const inputs = schedules.map(({ Target }) => (Target as { Input?: string }).Input);
    expect(inputs).toEqual(['{"check":"unwatched"}', undefined, undefined]);
  });

  it('is the timeline for the sender, but for what mail itself writes, where a poisonous record is set apart', () => {
    const [mapping] = resourcesOf(templates, 'AWS::Lambda::EventSourceMapping');
    expect(mapping?.properties).toEqual({
      EventSourceArn: 'TablesTimeline.StreamArn',
      FunctionName: 'sendnoticesFunction',
      StartingPosition: 'LATEST',
      FilterCriteria: {
        Filters: [
          { Pattern: '{"dynamodb":{"NewImage":{"actor":{"M":{"type":{"S":[{"anything-but":["mail"]}]}}}}}}' },
        ],
      },
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 3,
      MaximumRecordAgeInSeconds: 3600,
      DestinationConfig: { OnFailure: { Destination: 'sendnoticesFailures.Arn' } },
    });
  });

  it('is the timeline for other systems, in order and for as long as the stream keeps a record', () => {
    const [, mapping, ...others] = resourcesOf(templates, 'AWS::Lambda::EventSourceMapping');
    expect(others).toEqual([]);
    expect(mapping?.properties).toEqual({
      EventSourceArn: 'TablesTimeline.StreamArn',
      FunctionName: 'publisheventsFunction',
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 100,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: -1,
      MaximumRecordAgeInSeconds: 86_400,
      DestinationConfig: { OnFailure: { Destination: 'publisheventsFailures.Arn' } },
    });
  });

  it('may put what it cannot hand over into the failure queue', () => {
    const policies = resourcesOf(templates, 'AWS::SQS::QueuePolicy');
    const allowed = policies.flatMap(({ properties }) =>
      (properties.PolicyDocument as { Statement: Record<string, unknown>[] }).Statement.filter(
        ({ Effect }) => Effect === 'Allow',
      ),
    );
    expect(allowed).toEqual([
      expect.objectContaining({
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: 'maileventsFailures.Arn',
        Condition: { ArnEquals: { 'aws:SourceArn': 'MailEvents.Arn' } },
      }),
    ]);
  });
});
