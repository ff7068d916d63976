import { Duration, Stack } from 'aws-cdk-lib';
import { type EventPattern, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import {
  Schedule as ClockSchedule,
  type ScheduleExpression,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { FunctionName } from '../../shared/contracts/environment.ts';
import type { RedressFunction } from './function.ts';

type AnyFunction = Pick<RedressFunction<FunctionName>, 'function' | 'failures'>;

/** A tick carries no retry of its own: the next tick is the retry, the heartbeat the alarm. */
export function wakeEvery(scope: Construct, id: string, rate: Duration, woken: AnyFunction): void {
  new Rule(scope, id, {
    schedule: Schedule.rate(rate),
    targets: [new LambdaFunction(woken.function, { retryAttempts: 0 })],
  });
}

/**
 * At a time of the civil clock, by EventBridge Scheduler: rules know UTC only.
 *
 * @param event what the function is woken with, in place of the scheduler's own event
 */
export function wakeAt(
  scope: Construct,
  id: string,
  expression: ScheduleExpression,
  woken: AnyFunction,
  event?: object,
): void {
  const role = new Role(scope, `${id}Role`, {
    description: `Lets the schedule ${id} invoke its function`,
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
    inlinePolicies: {
      grants: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'Invoke',
            actions: ['lambda:InvokeFunction'],
            resources: [woken.function.functionArn],
          }),
        ],
      }),
    },
  });
  new ClockSchedule(scope, id, {
    schedule: expression,
    target: new LambdaInvoke(woken.function, {
      role: role.withoutPolicyUpdates(),
      retryAttempts: 0,
      ...(event && { input: ScheduleTargetInput.fromObject(event) }),
    }),
  });
}

/** An event is delivered once at least, or kept among the function's failures: nothing sends it again. */
export function wakeOnEvent(scope: Construct, id: string, pattern: EventPattern, woken: AnyFunction): void {
  new Rule(scope, id, {
    eventPattern: pattern,
    targets: [new LambdaFunction(woken.function, { deadLetterQueue: woken.failures })],
  });
}

/**
 * In the order of the stream, for as long as the stream keeps a record: the function itself names the first that it could not
 * handle, so that nothing is halved and nothing is passed over.
 */
export function wakeInOrder(scope: Construct, id: string, streamArn: string, woken: AnyFunction): void {
  new EventSourceMapping(scope, id, {
    target: woken.function,
    eventSourceArn: streamArn,
    // from the oldest record that is kept, so that none is left out between two deployments
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    reportBatchItemFailures: true,
    retryAttempts: -1,
    maxRecordAge: Duration.hours(24),
    onFailure: { bind: () => ({ destination: woken.failures.queueArn }) },
  });
}

/**
 * A record that cannot be handled is set apart after a few tries, so that it holds up no other.
 *
 * @param filter the pattern of the records that wake the function
 */
export function wakeOnChange(
  scope: Construct,
  id: string,
  streamArn: string,
  woken: AnyFunction,
  filter: Record<string, unknown>,
): void {
  new EventSourceMapping(scope, id, {
    target: woken.function,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.LATEST,
    filters: [FilterCriteria.filter(filter)],
    batchSize: 100,
    bisectBatchOnError: true,
    retryAttempts: 3,
    maxRecordAge: Duration.hours(1),
    onFailure: { bind: () => ({ destination: woken.failures.queueArn }) },
  });
}
