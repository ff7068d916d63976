import { checkPattern, matchesPattern } from './event-pattern.ts';
import { type BusEvent, type Targets, toSeconds } from './rule-targets.ts';
import type { Rule, System } from './system.ts';

export interface EventBus {
  publish(event: {
    id: string;
    source: string;
    detailType: string;
    resources: string[];
    detail: unknown;
    /** by default the default one */
    bus?: string;
  }): void;
}

/** The buses: every enabled rule of a bus whose pattern an event on it matches wakes its targets. */
export function createEventBus(
  system: Pick<System, 'rules' | 'region' | 'account'>,
  targets: Pick<Targets, 'deliver'>,
  now: () => number,
): EventBus {
  const listening: { rule: Rule; pattern: Record<string, unknown> }[] = [];
  for (const rule of system.rules) {
    if (rule.pattern === undefined) continue;
    checkPattern(rule.pattern, `Rule ${rule.name}`);
    if (rule.enabled) listening.push({ rule, pattern: rule.pattern });
  }
  return {
    publish: ({ id, source, detailType, resources, detail, bus = 'default' }) => {
      const event: BusEvent = {
        version: '0',
        id,
        'detail-type': detailType,
        source,
        account: system.account,
        time: toSeconds(now()),
        region: system.region,
        resources,
        detail,
      };
      for (const { rule, pattern } of listening)
        if (rule.bus === bus && matchesPattern(pattern, event)) targets.deliver(rule, event);
    },
  };
}
