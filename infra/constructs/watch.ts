import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { FunctionName } from '../../shared/contracts/environment.ts';
import { type MetricName, metricNamespace } from '../../shared/contracts/names.ts';
import { type Alarms, alarmPeriod } from './alarms.ts';

/** What the functions say of themselves and of what they find, as alarms. */
export function watchMetrics(alarms: Alarms): void {
  watchForSilence(alarms);
  watchSending(alarms);
  watchDates(alarms);
}

const day = Duration.days(1);

function watchForSilence(alarms: Alarms): void {
  const watchHeart = (name: FunctionName, period: Duration, periods: number, impact: string) =>
    alarms.whenMissing(`${name}-heartbeat`, {
      metric: metricOf('Heartbeat', name, 'Sum', period),
      periods,
      impact,
      heading: `No heartbeat of ${name}`,
    });
  watchHeart(
    'sweep',
    alarmPeriod,
    3,
    'Dates pass unwatched: nobody is warned before a promise breaks or told that it has.',
  );
  watchHeart(
    'send-notices',
    alarmPeriod,
    3,
    'No mail leaves: residents and staff wait for what they are owed.',
  );
  watchHeart(
    'calendar-watch',
    day,
    2,
    'Nobody looks whether a bank holiday was announced: residents may be given wrong dates.',
  );
  watchHeart(
    'digest',
    day,
    2,
    'Nobody on the staff is told in the morning what is due: dates break that one mail would have kept.',
  );
  // written by one sweep a day, which its heartbeat does not tell from the others
  alarms.whenMissing('unwatched-check', {
    metric: metricOf('ComplaintsUnwatched', 'sweep', 'SampleCount', day),
    periods: 2,
    impact: 'Nobody looks for complaints that have lost their next date, of which nobody would be warned.',
    heading: 'No check for unwatched complaints',
  });
}

/** Where the sender is silent its heartbeat tells, so that missing figures ring nothing here. */
function watchSending(alarms: Alarms): void {
  // A notice whose fate stayed unknown is as old at once when it may be sent again, and is sent before the second period.
  alarms.whenAny('oldest-unsent', {
    metric: metricOf('OldestUnsentSeconds', 'send-notices', 'Maximum'),
    atLeast: Duration.minutes(15).toSeconds(),
    periods: 2,
    impact: 'Somebody has waited too long for mail that is owed to them, perhaps by a date in law.',
    heading: 'A notice waits too long to be sent',
  });
  // The least of each period, so that there was no run without: one notice waits less than four whole periods for word of it,
  // and the circuit asks by itself after one minute and two.
  alarms.whenAny('notices-unknown', {
    metric: metricOf('NoticesUnknown', 'send-notices', 'Minimum'),
    periods: 4,
    impact: 'Nobody knows whether mail that is owed to people was sent, and some of them may get it twice.',
    heading: 'Nobody knows whether mail was sent',
  });
  alarms.whenAny('circuit-open', {
    metric: metricOf('CircuitOpen', 'send-notices', 'Minimum'),
    periods: 2,
    impact: 'No mail leaves: residents wait for what they are owed, some of it by a date in law.',
    heading: 'The mail system takes no mail',
  });
  alarms.whenAny('notices-given-up', {
    metric: metricOf('NoticesGivenUp', 'send-notices', 'Sum'),
    impact:
      'Somebody is not sent mail that they are owed, resident or staff: they must be reached in another way.',
    heading: 'A notice was given up',
  });
  alarms.whenAny('notices-set-aside', {
    metric: metricOf('NoticesSetAside', 'send-notices', 'Sum'),
    impact: 'A fault keeps back mail that somebody is owed, and it is tried again only every hour.',
    heading: 'A notice was set aside',
  });
  alarms.whenAny('landlord-mail-cap', {
    metric: metricOf('LandlordMailCapReached', 'send-notices', 'Sum'),
    impact:
      'Residents of a landlord, or of all, get no receipts and no links by mail for the rest of the day.',
    heading: 'Room for automatic mail is used up',
  });
  alarms.whenAny('staff-mail-failed', {
    metric: metricOf('StaffMailFailed', 'mail-events', 'Sum'),
    impact: 'Somebody on the staff, or whom they asked, does not learn of what they owe a resident.',
    heading: 'Mail to staff did not arrive',
  });
}

function watchDates(alarms: Alarms): void {
  alarms.whenAny('complaints-unwatched', {
    metric: metricOf('ComplaintsUnwatched', 'sweep', 'Maximum'),
    impact: 'A complaint had lost its next date: nobody was warned of what is due to its resident.',
    heading: 'Complaints that nothing watches',
  });
  alarms.whenAny('feed-unusable', {
    metric: metricOf('FeedUnusable', 'calendar-watch', 'Sum'),
    impact: 'A bank holiday that is announced or moved goes unnoticed, and residents are given wrong dates.',
    heading: 'The feed of bank holidays cannot be used',
  });
}

/** The stream brings again what cannot be published, for a day: long before that somebody should look. */
export function watchStream(alarms: Alarms, reader: IFunction): void {
  alarms.whenAny('events-late', {
    metric: reader.metric('IteratorAge', { statistic: 'Maximum', period: alarmPeriod }),
    atLeast: Duration.minutes(15).toMilliseconds(),
    periods: 2,
    impact:
      'Other systems do not learn of what happens to complaints, such as repairs that are promised to people.',
    heading: 'Events wait to be published',
  });
  alarms.whenAny('events-unreadable', {
    metric: metricOf('EventsUnreadable', 'publish-events', 'Sum'),
    impact: 'Other systems never learn of something that happened to a complaint, and wait for it in vain.',
    heading: 'An event cannot be published',
  });
}

function metricOf(
  metricName: MetricName,
  name: FunctionName,
  statistic: 'Sum' | 'Minimum' | 'Maximum' | 'SampleCount',
  period = alarmPeriod,
): Metric {
  const dimensionsMap = { function: name };
  return new Metric({ namespace: metricNamespace, metricName, dimensionsMap, statistic, period });
}
