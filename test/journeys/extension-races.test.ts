import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectStatus, type StaffClient } from '../../infra/local/staff-client.ts';
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';
import { acknowledge, gatherStaff } from '../support/staff-journey.ts';

/**
 * An extension is a kept promise: it counts where its notice was accepted for delivery, posted or handed over by the end
 * of the day that it extends (Code 6.4). Received on 23 December 2026 and acknowledged on the 30th, a complaint to
 * `day-zero` is due on Thursday 14 January 2027, and extended to Thursday the 28th. Midnight in London is midnight UTC.
 */
let stack: JourneyStack;
let handler: StaffClient;
let reference: string;

const extension = { newDueOn: '2027-01-28', reason: 'We wait for the report of the lock maker.' };

beforeAll(async () => {
  stack = await startJourneyStack();
});
beforeEach(async () => {
  await stack.reset('2026-12-23T15:00:00Z');
  ({ reference } = await stack.accepted('day-zero'));
  ({ leila: handler } = await gatherStaff(stack));
  await stack.settle();
  await stack.moveClock('2026-12-30T10:00:00Z');
  await acknowledge(handler, reference);
  await stack.settle();
});
afterAll(() => stack.stop());

const local = async (method: string, path: string, body: object) =>
  expectStatus(
    await stack.request(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    200,
  );
const extend = async (body: object = {}) =>
  expectStatus(await handler.change(reference, 'extension', { ...extension, ...body }), 200);
const read = async () => expectStatus(await handler.get(`/staff/complaints/${reference}`), 200);
const response = async () => {
  const { obligations } = await read();
  const { dueOn, missed } = obligations.find(({ id }: { id: string }) => id === 'stage-1-response');
  return { dueOn, missed };
};
/** What the timeline says of the extension and of the resident being told sorry, with the instants of recording. */
const told = async () => {
  const { entries, intact } = await expectStatus(
    await handler.get(`/staff/complaints/${reference}/timeline`),
    200,
  );
  expect(intact).toBe(true);
  return entries
    .filter(({ type }: { type: string }) => /^Extension|Apologised$|^ContactOwed$/.test(type))
    .map(({ at, type }: { at: string; type: string }) => `${at.slice(0, 16)} ${type}`);
};
const apologies = () => stack.mails().filter(({ subject }) => subject.includes('sorry'));
const problems = () => stack.mails().filter(({ tags }) => tags.notice?.startsWith('extension-problem'));
const extensionMail = () => {
  const mail = stack.mails().find(({ tags }) => tags.notice === 'extension-1');
  if (!mail) throw new Error('the extension was not sent');
  return mail;
};
/** Past the apology that a missed answer would bring at noon of the next working day. */
const wellAfter = '2027-01-15T18:00:00Z';

describe('an extension given on the last evening', () => {
  it('counts where SES took it at 23:59, although the sender died and the sweep came first', async () => {
    await stack.moveClock('2027-01-14T23:58:30Z');
    await local('PUT', '/_local/mail/events', { automatic: false });
    await stack.addFault({
      service: 'ses',
      operation: 'SendRawEmail',
      kind: 'kill',
      when: 'after',
      times: 1,
    });
    await extend();
    await stack.settle();
    const mail = extensionMail();
    expect(mail.at.slice(0, 16)).toMatch(/^2027-01-14T23:5[89]$/);

    // the sweep at 00:05, and those of the whole next morning but the alerts, find nothing decided
    await stack.moveClock('2027-01-15T00:05:30Z');
    expect(await response()).toEqual({ dueOn: '2027-01-14' });
    expect(await told()).toEqual([expect.stringMatching(/^2027-01-14T23:58 ExtensionRequested$/)]);

    await local('POST', `/_local/mail/${mail.messageId}/event`, { type: 'Delivery' });
    await stack.settle();
    expect(await response()).toEqual({ dueOn: '2027-01-28' });
    await stack.moveClock(wellAfter);
    expect(apologies()).toEqual([]);
    expect(problems()).toEqual([]);
    expect(await told()).toEqual([
      '2027-01-14T23:58 ExtensionRequested',
      expect.stringMatching(/^2027-01-15T00:0\d ExtensionTookEffect$/),
    ]);
  }, 120_000);

  it('does not count where SES took it a minute after midnight; the new date binds all the same', async () => {
    await stack.moveClock('2027-01-14T23:59:00Z');
    await stack.addFault({ service: 'ses', operation: 'SendRawEmail', kind: 'throttle', times: 2 });
    await extend();
    await stack.moveClock('2027-01-15T00:30:00Z');
    expect(extensionMail().at > '2027-01-15T00:00').toBe(true);
    expect(await response()).toEqual({ dueOn: '2027-01-28', missed: ['2027-01-14'] });
    expect(
      problems()
        .map(({ to }) => to[0])
        .toSorted(),
    ).toEqual([
      'complaints.lead@larkfield-homes.example',
      'complaints.team@larkfield-homes.example',
      'customer.manager@larkfield-homes.example',
    ]);

    await stack.moveClock(wellAfter);
    expect(apologies().map(({ at }) => at.slice(0, 16))).toEqual(['2027-01-15T12:00']);
    expect(await told()).toEqual([
      '2027-01-14T23:59 ExtensionRequested',
      expect.stringMatching(/^2027-01-15T00:0\d ExtensionCameTooLate$/),
      '2027-01-15T12:00 MissedDateApologised',
    ]);
  }, 120_000);

  it('stays good where it bounces after midnight; somebody is to phone or write', async () => {
    await stack.moveClock('2027-01-14T18:00:00Z');
    await extend();
    await stack.settle();
    expect(await response()).toEqual({ dueOn: '2027-01-28' });
    await stack.moveClock('2027-01-15T00:05:30Z');
    await local('POST', `/_local/mail/${extensionMail().messageId}/event`, { type: 'Bounce' });
    await stack.settle();

    expect(await response()).toEqual({ dueOn: '2027-01-28' });
    const { obligations, residentUnreached } = await read();
    expect(residentUnreached).toBe(true);
    expect(obligations.find(({ kind }: { kind: string }) => kind === 'contact')).toMatchObject({
      dueOn: '2027-01-18',
      state: 'open',
    });
    await stack.moveClock(wellAfter);
    expect(apologies()).toEqual([]);
    expect(await told()).toEqual([
      '2027-01-14T18:00 ExtensionRequested',
      expect.stringMatching(/^2027-01-14T18:0\d ExtensionTookEffect$/),
      expect.stringMatching(/^2027-01-15T00:0\d ContactOwed$/),
    ]);
  }, 120_000);

  it('is void where it bounces on the day, and good again once it was handed over in time', async () => {
    await stack.moveClock('2027-01-14T14:00:00Z');
    await extend();
    await stack.settle();
    await local('POST', `/_local/mail/${extensionMail().messageId}/event`, { type: 'Bounce' });
    await stack.settle();
    expect(await response()).toEqual({ dueOn: '2027-01-14' });
    await stack.moveClock('2027-01-14T14:01:00Z');
    expect(problems()).toHaveLength(3);

    await stack.moveClock('2027-01-14T17:00:00Z');
    await extend({ alreadyGiven: { how: 'in-person', evidence: 'Signed for by the resident' } });
    expect(await response()).toEqual({ dueOn: '2027-01-28' });
    await stack.moveClock(wellAfter);
    expect(apologies()).toEqual([]);
  }, 120_000);

  it('is missed where it bounces on the day and is not given again', async () => {
    await stack.moveClock('2027-01-14T14:00:00Z');
    await extend();
    await stack.settle();
    await local('POST', `/_local/mail/${extensionMail().messageId}/event`, { type: 'Bounce' });
    await stack.settle();
    await stack.moveClock('2027-01-15T00:05:30Z');
    expect(await response()).toEqual({ dueOn: '2027-01-28', missed: ['2027-01-14'] });
    expect(await told()).toEqual([
      '2027-01-14T14:00 ExtensionRequested',
      expect.stringMatching(/^2027-01-14T14:0\d ExtensionTookEffect$/),
      expect.stringMatching(/^2027-01-14T14:0\d ExtensionNotReached$/),
      expect.stringMatching(/^2027-01-15T00:0\d ExtensionCameTooLate$/),
    ]);
    await stack.moveClock(wellAfter);
    expect(apologies().map(({ at }) => at.slice(0, 16))).toEqual(['2027-01-15T12:00']);
  }, 120_000);

  it('counts where it was posted on the day and recorded the day after, and is marked so', async () => {
    await stack.moveClock('2027-01-15T10:00:00Z');
    await extend({
      happenedAt: '2027-01-14T16:30:00Z',
      alreadyGiven: { how: 'letter', evidence: 'Royal Mail AB123456785GB' },
    });
    expect(await response()).toEqual({ dueOn: '2027-01-28' });
    await stack.moveClock(wellAfter);
    expect(apologies()).toEqual([]);
    expect(await told()).toEqual([
      '2027-01-15T10:00 ExtensionRequested',
      '2027-01-15T10:00 ExtensionTookEffect',
    ]);
    const { entries } = await expectStatus(await handler.get(`/staff/complaints/${reference}/timeline`), 200);
    expect(entries.find(({ type }: { type: string }) => type === 'ExtensionTookEffect').facts).toMatchObject({
      backdated: true,
    });
  }, 120_000);

  it('leaves by itself on the last working morning where it was prepared and no answer has gone', async () => {
    await expectStatus(await handler.change(reference, 'prepared-extension', extension), 200);
    await stack.moveClock('2027-01-14T08:59:00Z');
    expect(stack.mails().filter(({ tags }) => tags.notice === 'extension-1')).toEqual([]);
    await stack.moveClock('2027-01-14T09:10:00Z');
    expect(extensionMail().at.slice(0, 16)).toBe('2027-01-14T09:00');
    expect(await response()).toEqual({ dueOn: '2027-01-28' });
    await stack.moveClock(wellAfter);
    expect(apologies()).toEqual([]);
  }, 120_000);

  it('is refused once the day is over, with the day', async () => {
    await stack.moveClock('2027-01-15T00:00:30Z');
    const refused = await handler.change(reference, 'extension', extension);
    const { refusal, detail } = await expectStatus(refused, 409);
    expect(refusal).toBe('ExtensionAfterDueDate');
    expect(detail).toContain('Thursday 14 January 2027');
    expect(detail).toContain('6.4');
  }, 120_000);
});
