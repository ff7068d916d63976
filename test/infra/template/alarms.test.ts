import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../../shared/contracts/names.ts';
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
    ['two silent days of the digest', 'digest', { Period: 86_400, EvaluationPeriods: 2 }],
  ])('take %s for a stop', (_, name, silence) => {
    expect(alarmOf('Heartbeat', name)).toMatchObject({
      ...silence,
      Namespace: 'Redress',
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

  it('take two days without the morning’s check for a stop', () => {
    expect(alarmOf('ComplaintsUnwatched', 'sweep', 'SampleCount')).toMatchObject({
      Namespace: 'Redress',
      Period: 86_400,
      EvaluationPeriods: 2,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it.each([
    ['mail that waits a quarter of an hour', 'OldestUnsentSeconds', 'send-notices', 'Maximum', 900, 2],
    ['mail that is unknown for twenty minutes', 'NoticesUnknown', 'send-notices', 'Minimum', 1, 4],
    ['a circuit that is open for ten', 'CircuitOpen', 'send-notices', 'Minimum', 1, 2],
    ['a notice that is given up', 'NoticesGivenUp', 'send-notices', 'Sum', 1, 1],
    ['a notice that is set aside', 'NoticesSetAside', 'send-notices', 'Sum', 1, 1],
    ['room for automatic mail that is used up', 'LandlordMailCapReached', 'send-notices', 'Sum', 1, 1],
    ['staff whose mail failed', 'StaffMailFailed', 'mail-events', 'Sum', 1, 1],
    ['a complaint that waits for nothing', 'ComplaintsUnwatched', 'sweep', 'Maximum', 1, 1],
    ['an event that cannot be published', 'EventsUnreadable', 'publish-events', 'Sum', 1, 1],
    ['a feed of bank holidays that cannot be used', 'FeedUnusable', 'calendar-watch', 'Sum', 1, 1],
  ] as const)('ring for %s', (_, metric, name, statistic, threshold, periods) => {
    expect(alarmOf(metric, name, statistic)).toMatchObject({
      Namespace: 'Redress',
      Period: 300,
      EvaluationPeriods: periods,
      Threshold: threshold,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  it('ring where the stream of events is a quarter of an hour behind', () => {
    const [late, ...others] = alarms.filter(({ properties }) => properties.MetricName === 'IteratorAge');
    expect(others).toEqual([]);
    expect(late?.properties).toMatchObject({
      Namespace: 'AWS/Lambda',
      Dimensions: [{ Name: 'FunctionName', Value: 'publisheventsFunction' }],
      Statistic: 'Maximum',
      Threshold: 900_000,
      EvaluationPeriods: 2,
    });
  });

  it('watch every metric that is written', () => {
    const own = alarms.filter(({ properties }) => properties.Namespace === 'Redress');
    expect(new Set(own.map(({ properties }) => properties.MetricName))).toEqual(
      new Set(Object.keys(metrics)),
    );
  });
});

function alarmOf(metric: string, name: string, statistic = 'Sum') {
  const dimensions = JSON.stringify([{ Name: 'function', Value: name }]);
  const found = alarms.filter(
    ({ properties }) =>
      properties.MetricName === metric &&
      properties.Statistic === statistic &&
      JSON.stringify(properties.Dimensions) === dimensions,
  );
  expect(found).toHaveLength(1);
  return found[0]?.properties;
}
