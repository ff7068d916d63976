import { randomUUID } from 'node:crypto';
import type { StackClock } from './clock.ts';
import type { FailureQueues } from './failure-queues.ts';
import type { Invoker } from './invoke.ts';
import type { Rule, RuleTarget, Schedule, System } from './system.ts';

export interface TargetParts {
  system: Pick<System, 'region' | 'account' | 'functions'>;
  clock: Pick<StackClock, 'now'>;
  invoker: Pick<Invoker, 'invokeLater'>;
  queues: FailureQueues;
  mayInvoke: (functionArn: string, principal: string, sourceArn: string) => boolean;
  may: (roleArn: string, action: string, resource: string) => boolean;
  /** something that AWS would only show as a metric: nobody was woken */
  onRefused: (sentence: string) => void;
}

export interface BusEvent {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
}

/** Hands events to the targets of rules and schedules, where their permissions let them. */
export interface Targets {
  deliver(rule: Rule, event: BusEvent): void;
  tick(rule: Rule, instant: number): void;
  runSchedule(schedule: Schedule, instant: number): void;
}

export function createTargets(parts: TargetParts): Targets {
  const deliver = (rule: Rule, event: BusEvent) => {
    for (const target of rule.targets) deliverTo(parts, rule, target, target.input ?? event);
  };
  return {
    deliver,
    tick: (rule, instant) => deliver(rule, scheduledEvent(parts, rule, instant)),
    runSchedule: (schedule, instant) => {
      if (!parts.may(schedule.roleArn, 'lambda:InvokeFunction', schedule.targetArn)) {
        parts.onRefused(
          `The role of schedule ${schedule.name} does not allow it to invoke ${schedule.targetArn}.`,
        );
        return;
      }
      parts.invoker.invokeLater(
        schedule.targetArn,
        schedule.input ?? scheduleEvent(parts, schedule, instant),
      );
    },
  };
}

function deliverTo(parts: TargetParts, rule: Rule, target: RuleTarget, event: unknown): void {
  const isFunction = parts.system.functions.some(({ arn }) => arn === target.arn);
  if (!isFunction) {
    parts.queues.send(target.arn, event);
    return;
  }
  if (parts.mayInvoke(target.arn, 'events.amazonaws.com', rule.arn)) {
    parts.invoker.invokeLater(target.arn, event);
    return;
  }
  // EventBridge does not retry what permissions refuse
  parts.onRefused(`Rule ${rule.name} may not invoke ${target.arn}.`);
  if (target.deadLetterArn !== undefined) parts.queues.send(target.deadLetterArn, event);
}

function scheduledEvent({ system }: TargetParts, rule: Rule, instant: number): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: system.account,
    time: toSeconds(instant),
    region: system.region,
    resources: [rule.arn],
    detail: {},
  };
}

function scheduleEvent({ system }: TargetParts, schedule: Schedule, instant: number): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: system.account,
    time: toSeconds(instant),
    region: system.region,
    resources: [`arn:aws:scheduler:${system.region}:${system.account}:schedule/default/${schedule.name}`],
    detail: '{}',
  };
}

/** EventBridge writes whole seconds. */
export function toSeconds(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
