import { CfnOutput, CfnParameter, Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { Environment, FunctionName } from '../shared/contracts/environment.ts';
import { heartbeatMetric, metricNamespace } from '../shared/contracts/names.ts';
import { Alarms, alarmPeriod } from './constructs/alarms.ts';
import { Api } from './constructs/api.ts';
import { RedressFunction } from './constructs/function.ts';
import { grants } from './constructs/grants.ts';
import { shippedLandlords } from './constructs/landlords.ts';
import { stackProps } from './constructs/stack-props.ts';
import { wakeAt, wakeEvery, wakeOnChange, wakeOnEvent } from './constructs/wakers.ts';
import type { StatefulStack } from './stateful-stack.ts';

interface StatelessStackProps {
  stateful: StatefulStack;
}

/** What can be thrown away and deployed again: functions, what wakes them, the API and the alarms. */
export class StatelessStack extends Stack {
  readonly #stateful: StatefulStack;
  readonly #alarms: Alarms;

  constructor(scope: Construct, id: string, { stateful }: StatelessStackProps) {
    super(scope, id, {
      description: 'Redress: functions, schedules, API and alarms',
      ...stackProps('stateless'),
    });
    this.#stateful = stateful;
    this.#alarms = new Alarms(this, 'Alarms');
    const { issuer, audience, publicAddress, landlords } = this.#parameters();
    const { tables, mail } = stateful;
    const tableNames = {
      COMPLAINTS_TABLE: tables.complaints.tableName,
      TIMELINE_TABLE: tables.timeline.tableName,
    };

    const residentApi = this.#function('resident-api', {
      environment: { ...tableNames, LANDLORDS: landlords },
      timeout: Duration.seconds(15),
      retries: 0,
      failureImpact:
        'A request to the API was lost, and with it perhaps a complaint that somebody believes they made.',
    });
    const staffApi = this.#function('staff-api', {
      environment: { ...tableNames, LANDLORDS: landlords },
      // as long as the API waits: disabling somebody hands over their work complaint by complaint
      timeout: Duration.seconds(29),
      retries: 0,
      failureImpact:
        'Something that staff did about a complaint was lost, such as an acknowledgement that they believe was given.',
    });
    const sweep = this.#function('sweep', {
      environment: tableNames,
      timeout: Duration.minutes(4),
      retries: 0,
      failureImpact:
        'Handlers are not warned of dates that near or pass, and residents not told that one was missed.',
    });
    const sendNotices = this.#function('send-notices', {
      environment: {
        ...tableNames,
        SENDER: mail.sender,
        CONFIGURATION_SET: mail.configurationSetName,
        PUBLIC_ADDRESS: publicAddress,
      },
      // shorter than a tick, so that a run that hangs has ended before the next begins
      timeout: Duration.seconds(50),
      retries: 0,
      failureImpact: 'Residents and staff wait for mail that is owed to them, some of it by a date in law.',
    });
    const mailEvents = this.#function('mail-events', {
      environment: tableNames,
      timeout: Duration.seconds(30),
      retries: 2,
      failureImpact:
        'Nobody learns that a mail bounced, so a resident who never got it is not phoned or written to.',
    });

    const api = new Api(this, 'Api', {
      functions: { 'resident-api': residentApi.function, 'staff-api': staffApi.function },
      issuer,
      audience,
      alarms: this.#alarms,
    });
    wakeEvery(this, 'SweepTick', Duration.minutes(5), sweep);
    const sevenInLondon = { minute: '0', hour: '7', timeZone: TimeZone.EUROPE_LONDON };
    wakeAt(this, 'SweepDaily', ScheduleExpression.cron(sevenInLondon), sweep);
    wakeEvery(this, 'SendTick', Duration.minutes(1), sendNotices);
    wakeOnChange(this, 'SendOnTimeline', tables.timelineStreamArn, sendNotices);
    const mailTags = { 'ses:configuration-set': [mail.configurationSetName] };
    wakeOnEvent(
      this,
      'MailEvents',
      { source: ['aws.ses'], detail: { mail: { tags: mailTags } } },
      mailEvents,
    );
    this.#watchHeartbeat(
      'sweep',
      'Dates pass unwatched: nobody is warned before a promise breaks or told that it has.',
    );
    this.#watchHeartbeat('send-notices', 'No mail leaves: residents and staff wait for what they are owed.');

    new CfnOutput(this, 'ApiUrl', { value: api.url });
    new CfnOutput(this, 'AlarmTopic', { value: this.#alarms.topic.topicArn });
  }

  #parameters() {
    const text = (id: string, description: string, fallback?: string) =>
      new CfnParameter(this, id, { description, ...(fallback === undefined ? {} : { default: fallback }) })
        .valueAsString;
    text(
      'FeedAddress',
      'Where bank holidays are announced, as JSON in the form of GOV.UK',
      'https://www.gov.uk/bank-holidays.json',
    );
    Validations.of(this).acknowledge({
      id: 'CloudFormation-Validate::W2001',
      reason: 'FeedAddress is read by the calendar watch, which is not there yet',
    });
    const publicAddress = new CfnParameter(this, 'PublicAddress', {
      description: 'Address of the pages that links in mails lead to, without a slash at its end',
      allowedPattern: 'https?://\\S*[^/\\s]',
      constraintDescription: 'an address without a slash at its end',
    });
    return {
      publicAddress: publicAddress.valueAsString,
      issuer: text('Issuer', 'Issuer of staff tokens, an address that serves OpenID Connect discovery'),
      audience: text('Audience', 'Audience that staff tokens are issued for'),
      landlords: text(
        'Landlords',
        'Landlords that this environment serves, ids separated by commas',
        shippedLandlords().join(','),
      ),
    };
  }

  #function<Name extends FunctionName>(name: Name, part: FunctionPart<Name>): RedressFunction<Name> {
    return new RedressFunction(this, name, {
      ...part,
      statements: grants[name](this.#stateful),
      alarms: this.#alarms,
    });
  }

  #watchHeartbeat(name: FunctionName, impact: string): void {
    this.#alarms.whenMissing(`${name}-heartbeat`, {
      metric: new Metric({
        namespace: metricNamespace,
        metricName: heartbeatMetric,
        dimensionsMap: { function: name },
        statistic: 'Sum',
        period: alarmPeriod,
      }),
      periods: 3,
      impact,
      heading: `No heartbeat of ${name}`,
    });
  }
}

interface FunctionPart<Name extends FunctionName> {
  environment: Environment<Name>;
  timeout: Duration;
  retries: 0 | 1 | 2;
  failureImpact: string;
}
