import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import { residentIdOf } from '../../../shared/use-cases/record-ids.ts';
import { type Desk, manager, openDesk, pointsOf } from '../../support/desk.ts';

/** A mail that anybody in the house may read can endanger a person; no ordinary change makes it go out by itself. */

const jo = { name: 'Jo Vane', email: 'jo.vane@exmaple.example' };
const mended = { name: 'Jo Vane', email: 'jo.vane@home.example' };
const reason = 'The address was misread.';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const say = async (mayBeMailed: boolean, resident: string | undefined, revision = 0) => {
  const { status } = await desk.send('keepResidentRecord', {
    staff: manager,
    params: { resident: resident ?? '' },
    headers: { 'if-match': `"${revision}"` },
    body: { safeContact: { mayBeMailed, voicemail: 'unknown' }, adjustments: [], disabilities: [] },
  });
  expect(status).toBe(200);
};
const sayOf = (mayBeMailed: boolean, person: typeof jo, revision = 0) =>
  say(mayBeMailed, residentIdOf('day-zero', person), revision);
const correct = async (reference: Reference, complainant: object) => {
  expect((await desk.give('correct', reference, { complainant, reason })).status).toBe(200);
};
const stateOf = async (reference: Reference) => (await desk.store.load(reference))?.complaint;
const acknowledge = async (reference: Reference) =>
  (await desk.give('acknowledge', reference, { points: pointsOf('The lift.') })).body.refusal;

describe('a correction of whom mail could endanger', () => {
  it('keeps them from mail and keeps their record, where their address was misread', async () => {
    const reference = await desk.log({ complainant: jo });
    await sayOf(false, jo);
    await correct(reference, mended);
    expect(await stateOf(reference)).toMatchObject({
      resident: residentIdOf('day-zero', jo),
      unsafeToMail: true,
      reachableByEmail: false,
    });
    expect(await acknowledge(reference)).toBe('NotReachable');
  });

  it('keeps them from mail where nothing stayed as it was, until a record says that it is safe', async () => {
    const reference = await desk.log({ complainant: jo });
    await sayOf(false, jo);
    const joanna = { name: 'Joanna Vane', email: 'joanna@home.example' };
    await correct(reference, joanna);
    expect((await stateOf(reference))?.reachableByEmail).toBe(false);
    await sayOf(true, joanna);
    expect((await stateOf(reference))?.reachableByEmail).toBe(true);
  });

  it('keeps what is to be minded when making contact, unless something else is said of it', async () => {
    const safeContact = 'Only by phone, before noon.';
    const reference = await desk.log({ complainant: { ...jo, safeContact } });
    await correct(reference, mended);
    expect((await desk.read(reference)).body.complainant).toEqual({ ...mended, safeContact });
    expect(await acknowledge(reference)).toBe('NotReachable');
    await correct(reference, { ...mended, safeContact: 'No voicemail.' });
    expect((await desk.read(reference)).body.complainant).toMatchObject({ safeContact: 'No voicemail.' });
    await correct(reference, { ...mended, preferredChannel: 'email' });
    expect((await stateOf(reference))?.reachableByEmail).toBe(true);
  });
});

describe('somebody whom mail could endanger and who does not lead', () => {
  const ade = { name: 'Ade Bello', email: 'ade.bello@example.com' };

  it('is found by a record that the complaint names, and it is theirs to be written', async () => {
    const reference = await desk.log({ complainant: ade, others: [{ ...jo, phone: '01632 960777' }] });
    const { knownBy } = (await desk.read(reference)).body;
    expect(knownBy?.map(({ party, residents }) => [party, residents.length])).toEqual([
      ['lead', 1],
      ['party-2', 2],
    ]);
    await say(false, knownBy?.[1]?.residents[1]);
    expect((await stateOf(reference))?.others).toMatchObject([{ party: 'party-2', reachableByEmail: false }]);
    expect((await stateOf(reference))?.reachableByEmail).toBe(true);
  });

  it('is sent nothing where they join by a merger, or speak for somebody later', async () => {
    const jos = await desk.log({ complainant: jo });
    await sayOf(false, jo);
    const reference = await desk.log({ complainant: ade });
    const other = await desk.log({ complainant: { name: 'Eve Park', email: 'eve.park@example.com' } });
    expect((await desk.give('merge', reference, { other: jos, reason })).status).toBe(200);
    expect((await desk.give('merge', reference, { other, reason })).status).toBe(200);
    const speaks = { representative: jo, consent: 'given', evidence: 'Their letter.' };
    expect((await desk.give('recordConsent', reference, speaks)).status).toBe(200);
    const { others, representative } = (await stateOf(reference)) ?? {};
    expect(others?.map(({ reachableByEmail }) => reachableByEmail)).toEqual([false, true]);
    expect(representative?.reachableByEmail).toBe(false);
  });
});

it('a complaint shows the record that keeps its person from mail, whichever of theirs it is', async () => {
  const phoned = await desk.log({ complainant: { name: 'Jo Vane', phone: '01632 960777' } });
  const { resident } = (await desk.read(phoned)).body;
  await say(false, resident);
  const reference = await desk.log({ complainant: { ...jo, phone: '+44 1632 960777' } });
  await sayOf(true, jo);
  expect((await desk.read(reference)).body).toMatchObject({
    resident: residentIdOf('day-zero', jo),
    unsafeToMail: true,
    record: { resident, safeContact: { mayBeMailed: false } },
  });
});
