import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

interface AlarmProps {
  metric: IMetric;
  /** what a person suffers while this is so, as one sentence */
  impact: string;
  /** the heading of docs/runbook.md that says what to do */
  heading: string;
}

/** Alarms that say who suffers and where to read on, all published to one topic. */
export class Alarms extends Construct {
  readonly topic: ITopic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // alarms carry no personal text; a topic with the AWS managed key could not be published to by CloudWatch
    this.topic = new Topic(this, 'Topic', { displayName: 'Redress alarms' });
  }

  /** Something is there that should not be; with limits, so much of it for so many periods in a row. */
  whenAny(id: string, props: AlarmProps & { atLeast?: number; periods?: number }): Alarm {
    return this.#add(id, props, {
      threshold: props.atLeast ?? 1,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** Something that should be there has not been for this many periods. */
  whenMissing(id: string, props: AlarmProps & { periods: number }): Alarm {
    return this.#add(id, props, {
      threshold: 1,
      evaluationPeriods: props.periods,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  #add(id: string, { metric, impact, heading }: AlarmProps, rule: AlarmRule): Alarm {
    const alarm = new Alarm(this, id, {
      metric,
      ...rule,
      alarmDescription: `${impact} See "${heading}" in docs/runbook.md.`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}

interface AlarmRule {
  threshold: number;
  evaluationPeriods: number;
  comparisonOperator: ComparisonOperator;
  treatMissingData: TreatMissingData;
}

export const alarmPeriod = Duration.minutes(5);
