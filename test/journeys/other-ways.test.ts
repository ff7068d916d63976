import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStaffClient, expectStatus, type StaffClient } from '../../infra/local/staff-client.ts';
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';
import { acknowledge, addressOf, draftAnswer, gatherStaff } from '../support/staff-journey.ts';

/**
 * What can become of a complaint beside the plain path, each on a complaint of its own while the same weeks pass. Dates
 * are counted by hand from `day-zero` and the printed bank holidays.
 */
let stack: JourneyStack;
let staff: Awaited<ReturnType<typeof gatherStaff>>;
let nora: StaffClient;
const of: Record<'late' | 'refused' | 'excluded' | 'restricted' | 'issues' | 'redress', string> = {
  late: '',
  refused: '',
  excluded: '',
  restricted: '',
  issues: '',
  redress: '',
};
beforeAll(async () => {
  stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  staff = await gatherStaff(stack);
  nora = createStaffClient(stack, {
    name: 'Nora Lind',
    email: 'nora@larkfield-homes.example',
    roles: ['approver'],
    landlords: ['day-zero'],
  });
  for (const name of Object.keys(of) as (keyof typeof of)[]) {
    of[name] = (await stack.accepted('day-zero')).reference;
  }
});
afterAll(() => stack.stop());

const change = async (client: StaffClient, reference: string, command: string, body: object) =>
  expectStatus(await client.change(reference, command, body), 200);
const refusal = async (client: StaffClient, reference: string, command: string, body: object, status = 409) =>
  (await expectStatus(await client.change(reference, command, body), status)).detail as string;
const read = async (reference: string) =>
  expectStatus(await staff.marta.get(`/staff/complaints/${reference}`), 200);
const dateOf = async (reference: string, id: string) =>
  (await read(reference)).obligations.find((each: { id: string }) => each.id === id);
const lettersOf = (reference: string) =>
  stack
    .mails()
    .filter(({ to, tags }) => to.includes('sam.okafor@example.com') && tags.complaint === reference)
    .map(({ subject }) => subject.replaceAll(reference, '…'));
async function answer(reference: string) {
  await draftAnswer(staff.leila, reference);
  return change(staff.leila, reference, 'response', {});
}

describe('other ways that a complaint can go', () => {
  it('is not taken on for a ground of the landlord’s own list, and is all the same because the Ombudsman says so', async () => {
    await stack.moveClock('2026-12-29T10:00:00Z');
    const reasons = 'The boiler was reported in 2024 and repaired.';
    const exclusion = {
      ground: 'already-considered',
      reasons,
      evidence: 'Our answer of 3 May 2024 is about the same repair.',
      discretion: 'Nothing was said that we did not know then.',
    };
    const dull = { ...exclusion, ground: 'too-dull' };
    expect(await refusal(staff.leila, of.excluded, 'exclusion', dull)).toContain('too-old');
    await change(staff.leila, of.excluded, 'exclusion', exclusion);
    await stack.settle();
    const letter = stack
      .mails()
      .find(({ tags, subject }) => tags.complaint === of.excluded && /not/.test(subject));
    expect(letter?.text).toContain('right to take this decision to the Ombudsman');
    expect(await read(of.excluded)).toMatchObject({ status: 'excluded', exclusion });

    await stack.moveClock('2027-01-05T10:00:00Z');
    const acceptance = { ombudsman: 'housing-ombudsman', reason: 'The Ombudsman asks us to look into it.' };
    expect(await refusal(staff.leila, of.excluded, 'acceptance', acceptance, 403)).toMatch(/manager/);
    await change(staff.marta, of.excluded, 'acceptance', acceptance);
    expect(await dateOf(of.excluded, 'stage-1-acknowledgement')).toMatchObject({
      dueOn: '2027-01-12',
      state: 'open',
    });
  });

  it('limits contact by letter: no mail goes out after that, and the complaint is handled all the same', async () => {
    const restriction = {
      step: 'restrict',
      kind: 'single-medium',
      method: 'letter',
      agreed: true,
      reason: 'Forty calls a day to three people.',
      equalityAct: 'He told us of no disability; letters suit him.',
      alreadyGiven: { how: 'letter', evidence: 'Letter of 5 January, file 17.' },
    };
    expect(await refusal(staff.leila, of.restricted, 'restrictions', restriction, 403)).toMatch(/approver/);
    expect(await refusal(nora, of.restricted, 'restrictions', restriction)).toContain('no postal address');
    await change(staff.leila, of.restricted, 'correction', {
      complainant: { name: 'Sam Okafor', email: 'sam.okafor@example.com', address: '5 Elm Road, Northtown' },
      reason: 'Sam told us where to write to.',
    });
    const before = lettersOf(of.restricted).length;
    await change(nora, of.restricted, 'restrictions', restriction);
    await change(staff.leila, of.restricted, 'adjustments', {
      step: 'agree',
      kind: 'more-time',
      workingDays: 5,
      note: 'Sam asked for more time to write.',
    });
    await acknowledge(staff.leila, of.restricted, {
      alreadyGiven: { how: 'letter', evidence: 'Letter of 5 January.' },
    });
    await draftAnswer(staff.leila, of.restricted);
    await change(staff.leila, of.restricted, 'response', {});
    const { letters } = await expectStatus(await staff.leila.get('/staff/landlords/day-zero/letters'), 200);
    expect(letters.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'adjustments-agreed',
      'response',
    ]);
    expect(lettersOf(of.restricted)).toHaveLength(before);
    const { obligations, restrictions, adjustments } = await read(of.restricted);
    expect(restrictions).toMatchObject([{ method: 'letter' }]);
    expect(adjustments).toMatchObject([{ kind: 'more-time', workingDays: 5 }]);
    expect(
      obligations
        .filter(({ kind }: { kind: string }) => kind.endsWith('-review'))
        .map(({ dueOn }: { dueOn: string }) => dueOn),
    ).toEqual(['2027-04-05', '2027-07-05']);
  });

  it('makes what is raised midway a part of the complaint, or a complaint of its own with the day it was raised', async () => {
    await acknowledge(staff.leila, of.issues);
    const issue = { issue: 'The new lock is too stiff for my hands.', responsible: true };
    await change(staff.leila, of.issues, 'issues', { ...issue, related: true, wouldDelay: false });
    expect((await read(of.issues)).points).toHaveLength(2);
    const happenedAt = '2027-01-04T16:00:00Z';
    const other = {
      issue: 'My rent account is wrong.',
      responsible: true,
      related: false,
      wouldDelay: false,
    };
    const { raised } = await change(staff.leila, of.issues, 'issues', { ...other, happenedAt });
    expect(await read(raised)).toMatchObject({
      receivedAt: '2027-01-04T16:00:00.000Z',
      raisedIn: of.issues,
      description: 'My rent account is wrong.',
      complainant: { email: 'sam.okafor@example.com' },
      obligations: [{ id: 'stage-1-acknowledgement', dueOn: '2027-01-11' }, {}],
    });
    await stack.settle();
    expect(lettersOf(raised)).toEqual(['We have your complaint …']);
  });

  it('goes to stage 2 while stage 1 is late', async () => {
    await acknowledge(staff.leila, of.late);
    expect(await refusal(staff.leila, of.late, 'escalation', {})).toContain('2027');
    await acknowledge(staff.leila, of.refused);
    await acknowledge(staff.leila, of.redress);
    for (const reference of [of.refused, of.redress]) await answer(reference);
    await stack.moveClock('2027-01-19T10:00:00Z');
    await change(staff.leila, of.late, 'escalation', { reasons: 'Nobody has answered him.' });
    expect(await read(of.late)).toMatchObject({
      stage: 2,
      escalation: { reasons: 'Nobody has answered him.' },
    });
    expect(await dateOf(of.late, 'stage-1-response')).toMatchObject({
      state: 'ended',
      missed: ['2027-01-18'],
    });
    expect(await dateOf(of.late, 'stage-2-acknowledgement')).toMatchObject({ dueOn: '2027-01-26' });
  });

  it('is refused stage 2 with reasons, and gets it because the Ombudsman says so', async () => {
    await stack.moveClock('2027-02-03T10:00:00Z');
    await change(staff.leila, of.refused, 'escalation', {});
    expect((await read(of.refused)).escalation).toMatchObject({ windowEndedOn: '2027-02-02' });
    const refusing = { ground: 'after-window', reasons: 'You asked a day late and told us of no reason.' };
    expect(await refusal(staff.leila, of.refused, 'escalation-refusal', refusing, 403)).toMatch(/manager/);
    await change(staff.marta, of.refused, 'escalation-refusal', refusing);
    await stack.settle();
    const letter = stack.mails().findLast(({ tags }) => tags.complaint === of.refused);
    expect(letter?.text).toContain('a day late');
    expect(letter?.text).toContain('right to take this decision to the Ombudsman');
    expect(await read(of.refused)).toMatchObject({ stage: 1, status: 'responded' });

    await change(staff.leila, of.refused, 'escalation', { ombudsman: 'housing-ombudsman' });
    expect(await refusal(staff.marta, of.refused, 'escalation-refusal', refusing)).toMatch(/Ombudsman/);
    expect(await read(of.refused)).toMatchObject({
      stage: 2,
      escalation: { ombudsman: 'housing-ombudsman' },
      escalationsRefused: [{ ground: 'after-window' }],
    });
  });

  it('sends personal injury to the insurer, replaces what cannot be done, and updates as agreed', async () => {
    const hurt = { step: 'offer', pence: 10_000, for: 'personal-injury', reason: 'He fell.' };
    expect(await refusal(staff.leila, of.redress, 'compensation', hurt)).toMatch(/insurer/);
    await change(staff.leila, of.redress, 'compensation', {
      step: 'insurer',
      claim: 'He fell over the door.',
    });
    expect(await dateOf(of.redress, 'handover-1')).toMatchObject({ dueOn: '2027-02-05' });
    await change(staff.leila, of.redress, 'compensation', {
      step: 'insurer-done',
      handover: 'handover-1',
      evidence: 'Claim 4711.',
    });
    const action = { description: 'We fit a door closer.', owner: addressOf('leila'), dueOn: '2027-03-01' };
    await change(staff.leila, of.redress, 'actions', action);
    await change(staff.leila, of.redress, 'update-intervals', { every: 5 });
    expect(await dateOf(of.redress, 'update-1')).toMatchObject({ dueOn: '2027-02-10' });
    await change(staff.leila, of.redress, 'actions/action-1/replacement', {
      why: 'The frame does not take one.',
      replacement: { ...action, description: 'We fit a spring.', dueOn: '2027-03-08' },
    });
    expect(await read(of.redress)).toMatchObject({
      actions: [
        { id: 'action-1', replaced: true },
        { id: 'action-2', dueOn: '2027-03-08' },
      ],
      handovers: [{ to: 'insurer' }],
    });
  });

  it('tells staff where the policy departs from the Code', async () => {
    const { versions } = await expectStatus(
      await staff.leila.get('/staff/landlords/day-zero/policy/departures'),
      200,
    );
    const departs = versions[0].departures.filter(({ kind }: { kind: string }) => kind === 'departs');
    expect(departs.map(({ clause }: { clause: string }) => clause)).toEqual([
      '1.5',
      '2.3',
      '3.7',
      '5.2',
      '6.10',
    ]);
  });
});
