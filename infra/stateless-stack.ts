import { CfnOutput, CfnParameter, Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { Environment, FunctionName } from '../shared/contracts/environment.ts';
import { digestAt, mailActor, unwatchedCheck } from '../shared/contracts/names.ts';
import { Alarms } from './constructs/alarms.ts';
import { Api } from './constructs/api.ts';
import { RedressFunction } from './constructs/function.ts';
import { grants } from './constructs/grants.ts';
import { refuseUnusableWordings, shippedLandlords } from './constructs/landlords.ts';
import { stackProps } from './constructs/stack-props.ts';
import { wakeAt, wakeEvery, wakeInOrder, wakeOnChange, wakeOnEvent } from './constructs/wakers.ts';
import { watchMetrics, watchStream } from './constructs/watch.ts';
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
    refuseUnusableWordings();
    this.#stateful = stateful;
    this.#alarms = new Alarms(this, 'Alarms');
    const { issuer, audience, publicAddress, landlords, feedAddress, sendRate, dailyQuota } =
      this.#parameters();
    const { tables, mail, bus } = stateful;
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
      environment: { ...tableNames, LANDLORDS: landlords },
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
        SEND_RATE: sendRate,
        DAILY_QUOTA: dailyQuota,
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
    const publishEvents = this.#function('publish-events', {
      environment: { TIMELINE_TABLE: tables.timeline.tableName, EVENT_BUS: bus.eventBusName },
      timeout: Duration.minutes(1),
      retries: 2,
      failureImpact:
        'Other systems never learn of something that happened to a complaint, such as repairs that are promised to somebody.',
    });
    const calendarWatch = this.#function('calendar-watch', {
      environment: { ...tableNames, LANDLORDS: landlords, FEED_ADDRESS: feedAddress },
      timeout: Duration.minutes(5),
      // its next tick is a day away
      retries: 2,
      failureImpact:
        'A manager has not been told of a bank holiday that was announced, and goes on giving dates that ignore it.',
    });
    const digest = this.#function('digest', {
      environment: { ...tableNames, LANDLORDS: landlords },
      timeout: Duration.minutes(5),
      // its next tick is a day away
      retries: 2,
      failureImpact: 'Somebody on the staff was not told this morning what they owe residents today.',
    });

    const api = new Api(this, 'Api', {
      functions: { 'resident-api': residentApi.function, 'staff-api': staffApi.function },
      issuer,
      audience,
      alarms: this.#alarms,
    });
    wakeEvery(this, 'SweepTick', Duration.minutes(5), sweep);
    wakeAt(this, 'SweepDaily', dailyInLondon('07:00'), sweep, unwatchedCheck);
    // an hour earlier, so that whoever begins to work finds what was announced
    wakeAt(this, 'CalendarDaily', dailyInLondon('06:00'), calendarWatch);
    // also on days that a landlord does not work, on which it owes nothing: so that its silence is told from a weekend
    wakeAt(this, 'DigestDaily', dailyInLondon(digestAt), digest);
    wakeEvery(this, 'SendTick', Duration.minutes(1), sendNotices);
    // What the sender and the mail events write would wake a second run beside the first. So what such an entry owes
    // (staff told of an extension that did not arrive, a team mailed in place of a person) waits for the next tick.
    wakeOnChange(this, 'SendOnTimeline', tables.timelineStreamArn, sendNotices, actedByAnyoneBut(mailActor));
    wakeInOrder(this, 'PublishOnTimeline', tables.timelineStreamArn, publishEvents);
    const mailTags = { 'ses:configuration-set': [mail.configurationSetName] };
    wakeOnEvent(
      this,
      'MailEvents',
      { source: ['aws.ses'], detail: { mail: { tags: mailTags } } },
      mailEvents,
    );
    watchMetrics(this.#alarms);
    watchStream(this.#alarms, publishEvents.function);

    new CfnOutput(this, 'ApiUrl', { value: api.url });
    new CfnOutput(this, 'AlarmTopic', { value: this.#alarms.topic.topicArn });
  }

  #parameters() {
    const text = (id: string, description: string, fallback?: string) =>
      new CfnParameter(this, id, { description, ...(fallback === undefined ? {} : { default: fallback }) })
        .valueAsString;
    const wholeNumber = (id: string, description: string, fallback: number) =>
      new CfnParameter(this, id, {
        description,
        default: String(fallback),
        allowedPattern: '[1-9]\\d{0,6}',
        constraintDescription: 'a whole number from 1',
      }).valueAsString;
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
      feedAddress: text(
        'FeedAddress',
        'Where bank holidays are announced, as JSON in the form of GOV.UK',
        'https://www.gov.uk/bank-holidays.json',
      ),
      sendRate: wholeNumber(
        'SendRate',
        'Mails a second: keep it below the maximum send rate of the account dashboard of SES',
        10,
      ),
      dailyQuota: wholeNumber(
        'DailyQuota',
        'Mails in 24 hours: the daily sending quota of the account dashboard of SES',
        50_000,
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
}

/** @param time by the clock in London, whatever the season */
function dailyInLondon(time: string): ScheduleExpression {
  const [hour, minute] = time.split(':').map(Number);
  return ScheduleExpression.cron({
    minute: String(minute),
    hour: String(hour),
    timeZone: TimeZone.EUROPE_LONDON,
  });
}

/** The pattern of a timeline's stored entries, each of which names who acted. */
function actedByAnyoneBut(actor: string) {
  return { dynamodb: { NewImage: { actor: { M: { type: { S: FilterRule.notEquals(actor) } } } } } };
}

interface FunctionPart<Name extends FunctionName> {
  environment: Environment<Name>;
  timeout: Duration;
  retries: 0 | 1 | 2;
  failureImpact: string;
}
