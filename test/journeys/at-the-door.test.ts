import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStaffClient, expectStatus, type StaffClient } from '../../infra/local/staff-client.ts';
import { type JourneyStack, sam, startJourneyStack } from '../support/local-stack.ts';
import { oldRecords, runImportCommand } from '../support/old-records.ts';
import { acknowledge, draftAnswer, gatherStaff } from '../support/staff-journey.ts';

/**
 * Who complains, about what and by which way, and what is no complaint. Dates are counted by hand from the policies and
 * the printed bank holidays.
 */
let stack: JourneyStack;
let staff: Awaited<ReturnType<typeof gatherStaff>>;
/** the senior lead and a handler of other landlords */
let lead: StaffClient;
let farah: StaffClient;
beforeAll(async () => {
  stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  staff = await gatherStaff(stack);
  const landlords = ['six-month-limit', 'counted-from-receipt'];
  const member = (name: string, role: string) =>
    createStaffClient(stack, { name, email: `${role}@saltmarrow.example`, roles: [role], landlords });
  lead = member('Ivo Lund', 'senior-lead');
  farah = member('Farah Nasser', 'handler');
});
afterAll(() => stack.stop());

const log = async (client: StaffClient, body: object) =>
  expectStatus(await client.send('POST', '/staff/complaints', body), 201);
const change = async (client: StaffClient, reference: string, command: string, body: object) =>
  expectStatus(await client.change(reference, command, body), 200);
const refusal = async (client: StaffClient, reference: string, command: string, body: object, status = 409) =>
  expectStatus(await client.change(reference, command, body), status);
const read = async (reference: string, client = staff.marta) =>
  expectStatus(await client.get(`/staff/complaints/${reference}`), 200);
const lettersOf = (reference: string) =>
  stack
    .mails()
    .filter(({ tags, to }) => tags.complaint === reference && to[0]?.endsWith('@example.com'))
    .map(({ to, subject }) => `${to[0]}: ${subject.replaceAll(reference, '…')}`);
const mailTo = (address: string) => stack.mails().filter(({ to }) => to[0] === address);
const datesOf = ({ obligations }: { obligations: { id: string; dueOn: string }[] }) =>
  Object.fromEntries(obligations.map(({ id, dueOn }) => [id, dueOn]));

describe('at the door', () => {
  it('logs a phone call in one request of three fields: what is missing is a task, and the dates run', async () => {
    const call = { landlord: 'day-zero', channel: 'phone', description: 'No heating since Monday.' };
    const { reference, obligations } = await log(staff.leila, {
      ...call,
      receivedAt: '2026-12-21T09:30:00Z',
    });
    expect(datesOf({ obligations })).toEqual({
      'stage-1-acknowledgement': '2026-12-30',
      'stage-1-response': '2027-01-14',
      'resident-information': '2026-12-30',
    });
    const complainant = { name: 'Dee Marsh', phone: '01632 960111' };
    await change(staff.leila, reference, 'correction', { complainant, reason: 'She rang back.' });
    const task = (await read(reference)).obligations.find(
      ({ id }: { id: string }) => id === 'resident-information',
    );
    expect(task).toMatchObject({ state: 'met', metOn: '2026-12-23' });
  });

  it('looks into an anonymous complaint, which nobody is told of, and keeps its dates', async () => {
    const { reference } = await log(staff.ruth, {
      landlord: 'day-zero',
      channel: 'letter',
      anonymous: true,
      description: 'Somebody sublets flat 9.',
    });
    await acknowledge(staff.leila, reference);
    await draftAnswer(staff.leila, reference);
    await change(staff.leila, reference, 'response', {});
    await stack.settle();
    const complaint = await read(reference);
    expect(complaint).toMatchObject({ madeBy: 'anonymous', status: 'responded' });
    expect(complaint.obligations).toMatchObject([
      { id: 'stage-1-acknowledgement', state: 'met', keptCode: true },
      { id: 'stage-1-response', state: 'met', keptCode: true },
    ]);
    expect(lettersOf(reference)).toEqual([]);
  });

  it('keeps a joint complaint open when one leaves, and writes to whoever leads and those who want copies', async () => {
    const { reference } = await log(staff.leila, {
      ...{ landlord: 'day-zero', channel: 'in-person', ...sam },
      others: [{ name: 'Bea Okafor', email: 'bea.okafor@example.com' }],
    });
    await acknowledge(staff.leila, reference);
    await stack.settle();
    expect(lettersOf(reference).sort()).toEqual([
      'bea.okafor@example.com: Copy: We are looking into your complaint …',
      'bea.okafor@example.com: Copy: We have your complaint …',
      'sam.okafor@example.com: We are looking into your complaint …',
      'sam.okafor@example.com: We have your complaint …',
    ]);
    expect((await refusal(staff.leila, reference, 'withdrawal', {})).detail).toContain(
      'one cannot withdraw it for all of them',
    );
    await change(staff.leila, reference, 'departures', {
      party: 'lead',
      lead: 'party-2',
      reason: 'Sam has moved out.',
    });
    expect(await read(reference)).toMatchObject({
      status: 'acknowledged',
      complainant: { name: 'Bea Okafor' },
    });
  });

  it('asks for consent to a representative, and copies answers to them once it is given', async () => {
    const { reference } = await stack.accepted('day-zero', {
      ...sam,
      representative: { name: 'Ada Bell', email: 'ada.bell@example.com', capacity: 'advocate' },
    });
    await change(staff.leila, reference, 'consent', { consent: 'asked' });
    await acknowledge(staff.leila, reference);
    await stack.settle();
    expect(lettersOf(reference).some((line) => line.startsWith('ada'))).toBe(false);
    await change(staff.leila, reference, 'consent', { consent: 'given', evidence: 'Form of 23 December.' });
    await draftAnswer(staff.leila, reference);
    await change(staff.leila, reference, 'response', {});
    await stack.settle();
    expect(lettersOf(reference).filter((line) => line.startsWith('ada'))).toHaveLength(1);
    const copy = stack.mails().findLast(({ to }) => to[0] === 'ada.bell@example.com');
    expect(copy?.text).toMatch(/copy/);
    expect(copy?.text).not.toContain('#');
  });

  it('takes a complaint through a member of parliament in its turn', async () => {
    const through = {
      channel: 'mp-or-councillor',
      representative: { name: 'Rhys Cole MP', email: 'rhys.cole.mp@example.com', capacity: 'mp' },
    };
    const said = { landlord: 'counted-from-receipt', ...sam };
    const byMp = await log(farah, { ...said, ...through });
    const byPhone = await log(farah, { ...said, channel: 'phone' });
    const { 'resident-information': _, ...dates } = datesOf(byMp);
    expect(dates).toEqual(datesOf(byPhone));
    expect(dates).toEqual({ 'stage-1-acknowledgement': '2027-01-04', 'stage-1-response': '2027-01-11' });
  });

  it('merges what came twice: the earliest receipt counts and no word is lost', async () => {
    const first = await stack.accepted('day-zero', { ...sam, description: 'My boiler is cold.' });
    await stack.moveClock('2026-12-30T10:00:00Z');
    const again = await stack.accepted('day-zero', {
      ...sam,
      description: 'The boiler is still cold, and it leaks.',
    });
    const { suggestions } = await expectStatus(
      await staff.leila.get(`/staff/complaints/${again.reference}/duplicates`),
      200,
    );
    expect(suggestions.map(({ reference }: { reference: string }) => reference)).toContain(first.reference);
    await change(staff.leila, again.reference, 'merge', {
      other: first.reference,
      reason: 'The same boiler.',
    });
    await stack.settle();
    const merged = await read(again.reference);
    expect(merged).toMatchObject({
      receivedAt: first.receivedAt,
      merged: [{ complaint: first.reference }],
    });
    expect(datesOf(merged)['stage-1-acknowledgement']).toBe('2027-01-04');
    expect(JSON.stringify(merged)).toContain('My boiler is cold.');
    expect(await read(first.reference)).toMatchObject({ status: 'merged', mergedInto: again.reference });
    expect(lettersOf(first.reference).at(-1)).toMatch(/sam\.okafor/);
  });

  it('excludes one point for a ground of the list, and never what the Code takes on without the senior lead', async () => {
    const { reference } = await log(farah, {
      landlord: 'six-month-limit',
      channel: 'email',
      ...sam,
      becameAwareOn: '2026-05-01',
      issueOccurredOn: '2026-05-01',
    });
    const points = ['The door was broken.', 'I want my file.'].map((definition) => ({
      definition,
      responsible: true,
    }));
    await change(farah, reference, 'acknowledgement', { points });
    const why = {
      reasons: 'A request for information has its own law.',
      evidence: 'The letter asks for the file.',
      discretion: 'The other procedure serves better.',
    };
    expect((await refusal(farah, reference, 'exclusion', { ...why, ground: 'conduct' })).detail).toContain(
      'what the landlord itself says',
    );
    await change(farah, reference, 'exclusion', {
      ...why,
      ground: 'information-request',
      points: ['point-2'],
    });
    const tooOld = { ...why, ground: 'too-old', points: ['point-1'] };
    const warned = await refusal(farah, reference, 'exclusion', { ...why, ground: 'too-old' });
    expect(warned.detail).toContain('Saturday 1 May 2027');
    await refusal(farah, reference, 'exclusion', { ...tooOld, points: undefined, againstCode: true });
    await change(lead, reference, 'exclusion', { ...why, ground: 'too-old', againstCode: true });
    const excluded = await read(reference, lead);
    expect(excluded).toMatchObject({
      status: 'excluded',
      exclusion: { ground: 'too-old', departs: { clause: '2.3', codeLastDay: '2027-05-01' } },
      points: [{}, { excluded: { ground: 'information-request' } }],
    });
    expect(datesOf(excluded)['handover-1']).toBe('2027-01-04');
  });

  it('shows danger first, and tells the team leader at once', async () => {
    const { reference } = await stack.accepted('day-zero', { ...sam, hazards: ['gas'] });
    await stack.settle();
    const { complaints } = await expectStatus(
      await staff.marta.get('/staff/complaints?landlord=day-zero'),
      200,
    );
    expect(complaints[0]).toMatchObject({ reference, priority: 'hazard' });
    expect(
      stack.mails().some(({ subject }) => subject.includes(reference) && /act today/.test(subject)),
    ).toBe(true);
  });

  it('lets a request for service become a complaint of the day of dissatisfaction, and go on', async () => {
    const tap = { landlord: 'day-zero', channel: 'phone', receivedAt: '2026-12-14T09:00:00Z' };
    const complainant = { name: 'Ola Reed', email: 'ola.reed@example.com' };
    const logged = await staff.ruth.send('POST', '/staff/service-requests', {
      ...{ ...tap, complainant, text: 'The tap drips.' },
      choice: { offeredOn: '2026-12-14', answer: 'not-now' },
    });
    const { reference } = await expectStatus(logged, 201);
    await stack.moveClock('2026-12-30T10:10:00Z');
    expect(mailTo('ola.reed@example.com').map(({ subject }) => subject)).toEqual([
      `We have your request ${reference}`,
    ]);
    const etag = (await staff.leila.get(`/staff/enquiries/${reference}`)).headers.get('etag') ?? '';
    const conversion = await staff.leila.send(
      'POST',
      `/staff/service-requests/${reference}/conversion`,
      {
        dissatisfiedAt: '2026-12-29T10:00:00Z',
        chosenOn: '2026-12-29',
        description: 'Nobody has come for two weeks.',
      },
      { 'if-match': etag },
    );
    const { complaint } = await expectStatus(conversion, 200);
    expect(await read(complaint)).toMatchObject({
      receivedAt: '2026-12-29T10:00:00.000Z',
      enquiry: { reference, firstContactOn: '2026-12-14' },
      obligations: [{ dueOn: '2027-01-06' }, { dueOn: '2027-01-20' }],
    });
    expect(await expectStatus(await staff.leila.get(`/staff/enquiries/${reference}`), 200)).toMatchObject({
      status: 'open',
      review: { dueOn: '2026-12-30' },
    });
  });

  it('thanks for a compliment, passes it on and counts it', async () => {
    const sent = await stack.request('/landlords/day-zero/compliments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        complainant: { name: 'Pat Wynn', email: 'pat.wynn@example.com' },
        text: 'The caretaker was kind.',
      }),
    });
    const { reference } = await expectStatus(sent, 201);
    const etag = (await staff.marta.get(`/staff/enquiries/${reference}`)).headers.get('etag') ?? '';
    const passed = await staff.marta.send(
      'POST',
      `/staff/compliments/${reference}/passing-on`,
      { person: staff.owen.id },
      { 'if-match': etag },
    );
    await expectStatus(passed, 200);
    await stack.moveClock('2026-12-30T10:20:00Z');
    expect(mailTo('pat.wynn@example.com')).toHaveLength(1);
    expect(mailTo(staff.owen.id).at(-1)?.text).toContain('The caretaker was kind.');
    const counted = await staff.marta.get('/staff/landlords/day-zero/compliments?quarter=2026-Q4');
    expect(await expectStatus(counted, 200)).toMatchObject({ count: 1 });
  });

  it('mails nothing by itself to somebody whose record says that mail is not safe', async () => {
    const complainant = { name: 'Uma Frost', email: 'uma.frost@example.com' };
    const first = await read((await stack.accepted('day-zero', { ...sam, complainant })).reference);
    await stack.settle();
    const kept = await staff.leila.send(
      'PUT',
      `/staff/landlords/day-zero/residents/${first.resident}`,
      {
        safeContact: { mayBeMailed: false, voicemail: 'no', note: 'He reads her mail.' },
        adjustments: [],
        disabilities: [],
      },
      { 'if-match': '"0"' },
    );
    await expectStatus(kept, 200);
    const second = await stack.accepted('day-zero', { ...sam, complainant });
    await stack.settle();
    expect(mailTo('uma.frost@example.com')).toHaveLength(1);
    expect(await read(second.reference)).toMatchObject({
      unsafeToMail: true,
      record: { safeContact: { voicemail: 'no' } },
    });
  });

  // `npm run bench -- import` does the same with two thousand rows.
  it('imports a spreadsheet after a dry run, leaves its bad rows out, and never twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'redress-import-'));
    const file = join(folder, 'old.csv');
    writeFileSync(file, oldRecords(100));
    const before = stack.mails().length;
    const dry = await runImportCommand(file, stack);
    expect([dry.code, dry.out.at(-2)]).toEqual([1, expect.stringContaining('98')]);
    const refused = await runImportCommand(file, stack, ['--commit']);
    expect(refused.code).toBe(1);
    const committed = await runImportCommand(file, stack, ['--commit', '--skip-bad']);
    expect(committed.out.at(-2)).toContain('98 imported');
    const again = await runImportCommand(file, stack, ['--commit', '--skip-bad']);
    expect(again.out.at(-2)).toContain('98 imported already');
    await stack.settle();
    expect(
      stack
        .mails()
        .slice(before)
        .filter(({ to }) => to[0]?.startsWith('person-')),
    ).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
