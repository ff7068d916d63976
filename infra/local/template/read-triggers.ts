import type { Rule, RuleTarget, Schedule, StreamMapping } from '../system.ts';
import {
  isRecord,
  jsonAt,
  numberAt,
  optionalTextAt,
  type Resource,
  recordsAt,
  refuseProperties,
  resourceError,
  textAt,
  textsAt,
  valueAt,
} from './properties.ts';
import { functionArnOf } from './read-functions.ts';

/** What AWS does where a template is silent. */
const defaults = { ruleRetries: 185, streamBatchSize: 100 };

export function readRule(resource: Resource): Rule {
  refuseProperties(resource, ['RoleArn']);
  const bus = optionalTextAt(resource, 'EventBusName') ?? 'default';
  const pattern = valueAt(resource, 'EventPattern');
  return {
    logicalId: resource.logicalId,
    name: resource.identity.ref,
    arn: resource.identity.attributes.Arn ?? '',
    bus: bus.replace(/^arn:.*event-bus\//, ''),
    schedule: optionalTextAt(resource, 'ScheduleExpression'),
    pattern: isRecord(pattern) ? pattern : undefined,
    enabled: optionalTextAt(resource, 'State') !== 'DISABLED',
    targets: recordsAt(resource, 'Targets').map((target) => readTarget({ ...resource, properties: target })),
  };
}

function readTarget(target: Resource): RuleTarget {
  refuseProperties(target, ['InputTransformer', 'InputPath', 'RoleArn']);
  return {
    arn: textAt(target, 'Arn'),
    input: jsonAt(target, 'Input', target.properties.Input),
    deadLetterArn: optionalTextAt(target, 'DeadLetterConfig.Arn'),
    maximumRetryAttempts: numberAt(target, 'RetryPolicy.MaximumRetryAttempts', defaults.ruleRetries),
  };
}

export function readSchedule(resource: Resource): Schedule {
  refuseProperties(resource, ['StartDate', 'EndDate']);
  return {
    logicalId: resource.logicalId,
    name: resource.identity.ref,
    expression: textAt(resource, 'ScheduleExpression'),
    timeZone: optionalTextAt(resource, 'ScheduleExpressionTimezone') ?? 'UTC',
    targetArn: textAt(resource, 'Target.Arn'),
    roleArn: textAt(resource, 'Target.RoleArn'),
    input: jsonAt(resource, 'Target.Input', valueAt(resource, 'Target.Input')),
    enabled: optionalTextAt(resource, 'State') !== 'DISABLED',
  };
}

export function readStreamMapping(resource: Resource): StreamMapping {
  // MaximumRecordAgeInSeconds is left out: locally retries follow at once, so that their number ends them first.
  refuseProperties(resource, ['TumblingWindowInSeconds']);
  const streamArn = textAt(resource, 'EventSourceArn');
  if (!/^arn:aws:dynamodb:.*\/stream\//.test(streamArn)) {
    throw resourceError(resource, `reads ${streamArn}, but only DynamoDB streams wake functions locally`);
  }
  const maximumRetryAttempts = numberAt(resource, 'MaximumRetryAttempts', -1);
  return {
    logicalId: resource.logicalId,
    streamArn,
    functionArn: functionArnOf(textAt(resource, 'FunctionName')),
    batchSize: numberAt(resource, 'BatchSize', defaults.streamBatchSize),
    // -1 is Lambda's word for retrying until the record expires.
    maximumRetryAttempts: maximumRetryAttempts < 0 ? Number.POSITIVE_INFINITY : maximumRetryAttempts,
    bisectOnError: String(valueAt(resource, 'BisectBatchOnFunctionError')) === 'true',
    reportsPartialFailure: textsAt(resource, 'FunctionResponseTypes').includes('ReportBatchItemFailures'),
    onFailureArn: optionalTextAt(resource, 'DestinationConfig.OnFailure.Destination'),
    filters: recordsAt(resource, 'FilterCriteria.Filters').map(({ Pattern }) => {
      const filter = jsonAt(resource, 'FilterCriteria', Pattern);
      if (!isRecord(filter)) throw resourceError(resource, 'has a filter that is no object');
      return filter;
    }),
  };
}
