import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resourcesOf, synthesizeTemplates } from './synthesized.ts';

const templates = synthesizeTemplates();
const alarms = resourcesOf(templates, 'AWS::CloudWatch::Alarm');
const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');
const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
const headingOf = (alarm: (typeof alarms)[number]) =>
  /See "(.+)" in docs\/runbook\.md\.$/.exec(String(alarm.properties.AlarmDescription))?.[1];

describe('the alarms', () => {
  it('each have a heading in the runbook, and each heading but the last has an alarm', () => {
    expect(alarms.map(headingOf).sort()).toEqual(
      headings.filter((heading) => heading !== 'Deploying').sort(),
    );
  });

  it('say in a sentence what a person suffers', () => {
    for (const { properties } of alarms) {
      const [impact] = String(properties.AlarmDescription).split(' See "');
      expect(impact).toMatch(/^[A-Z].{40,}\.$/);
    }
  });

  it('reach the one topic', () => {
    const [topic] = resourcesOf(templates, 'AWS::SNS::Topic');
    const name = topic?.logicalId.replace(/[0-9A-F]{8}$/, '');
    for (const { properties } of alarms) expect(properties.AlarmActions).toEqual([name]);
  });

  it('watch every failure queue, from the first message on', () => {
    const queues = resourcesOf(templates, 'AWS::SQS::Queue').map(({ logicalId }) =>
      logicalId.replace(/[0-9A-F]{8}$/, ''),
    );
    const watched = alarms.filter(({ properties }) => properties.Namespace === 'AWS/SQS');
    expect(watched.map(({ properties }) => properties.Dimensions)).toEqual(
      queues.map((queue) => [{ Name: 'QueueName', Value: `${queue}.QueueName` }]),
    );
    for (const { properties } of watched) {
      expect(properties).toMatchObject({
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        EvaluationPeriods: 1,
        TreatMissingData: 'notBreaching',
      });
    }
  });

  it.each([
    ['three silent periods of the sweep', 'sweep', { Period: 300, EvaluationPeriods: 3 }],
    ['three silent periods of the sender', 'send-notices', { Period: 300, EvaluationPeriods: 3 }],
    ['two silent days of the calendar watch', 'calendar-watch', { Period: 86_400, EvaluationPeriods: 2 }],
  ])('take %s for a stop', (_, name, silence) => {
    expect(alarmOf('Heartbeat', name)).toMatchObject({
      ...silence,
      Namespace: 'Redress',
      Statistic: 'Sum',
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it('look back no further than CloudWatch does: a day, or a week by periods of an hour and more', () => {
    for (const { properties } of alarms) {
      const { Period, EvaluationPeriods } = properties as { Period: number; EvaluationPeriods: number };
      expect(Period * EvaluationPeriods).toBeLessThanOrEqual(Period < 3600 ? 86_400 : 604_800);
    }
  });

  it('ring for a feed of bank holidays that cannot be used', () => {
    expect(alarmOf('FeedUnusable', 'calendar-watch')).toMatchObject({
      Namespace: 'Redress',
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
  });
});

function alarmOf(metric: string, name: string) {
  const dimensions = JSON.stringify([{ Name: 'function', Value: name }]);
  const found = alarms.filter(
    ({ properties }) =>
      properties.MetricName === metric && JSON.stringify(properties.Dimensions) === dimensions,
  );
  expect(found).toHaveLength(1);
  return found[0]?.properties;
}
