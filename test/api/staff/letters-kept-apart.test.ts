import { beforeEach, describe, expect, it } from 'vitest';
import { residentIdOf } from '../../../shared/use-cases/record-ids.ts';
import { type Desk, manager, openDesk, pointsOf } from '../../support/desk.ts';

const sam = { name: 'Sam Okoro', address: '5 Elm Road, Northtown TV1 1AA', preferredChannel: 'letter' };
const ada = { name: 'Ada Moor', address: '7 Elm Road, Northtown TV1 1AA' };

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const listed = async () => (await desk.send('readLetters', { staff: manager })).body.letters ?? [];
const print = async (id: string) => (await desk.send('readLetter', { staff: manager, params: { id } })).body;
const post = async (id: string) => {
  const headers = { 'idempotency-key': `post-${id}` };
  return (await desk.send('postLetter', { staff: manager, params: { id }, headers, body: {} })).body;
};

async function acknowledge(body: object) {
  const reference = await desk.log(body);
  desk.moveTo('2026-12-29T10:00:00Z');
  await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
  return reference;
}

describe('what to mind when writing to somebody', () => {
  const note = 'Nothing to the house: he opens the post.';
  const saveRecordOf = (somebody: { name: string; address: string }) =>
    desk.records.saveResident({
      ...{ id: residentIdOf('day-zero', somebody) ?? '', landlord: 'day-zero', revision: 1 },
      safeContact: { mayBeMailed: false, voicemail: 'no', note },
      ...{ adjustments: [], disabilities: [] },
    });

  it('is told in the list of whoever gets copies, by what their own record says', async () => {
    await saveRecordOf(ada);
    await acknowledge({ others: [ada] });
    const [letter] = await listed();
    expect(letter).toMatchObject({ name: 'Ada Moor', copy: true, safeContact: note, voicemail: 'no' });
  });

  it('stands beside a letter to be printed, and is no part of it', async () => {
    await saveRecordOf(ada);
    const safeContact = 'Plain <envelope> only.';
    const reference = await acknowledge({ complainant: { ...sam, safeContact }, others: [ada] });
    const toSam = await print(`${reference}_acknowledgement`);
    expect(toSam).toMatchObject({ safeContact, text: expect.not.stringContaining('envelope') });
    const strip = /<aside class="for-staff"[\s\S]*?<\/aside>\n/;
    expect(strip.exec(toSam.html ?? '')?.[0]).toContain('Plain &lt;envelope&gt; only.');
    expect(toSam.html?.replace(strip, '')).not.toContain('Plain');
    const copy = await print(`${reference}_acknowledgement_copy_party-2`);
    expect([copy.safeContact, strip.exec(copy.html ?? '')?.[0]]).toEqual([
      note,
      expect.stringContaining(`${note}</p>\n<p><strong>Post it by`),
    ]);
    await post(`${reference}_acknowledgement`);
    expect(await print(`${reference}_acknowledgement`)).toMatchObject({ safeContact, sameAsPosted: true });
  });
});

describe('a letter to somebody who led the complaint before', () => {
  const handOver = (reference: string) =>
    desk.give('leaveComplaint', reference, { party: 'lead', lead: 'party-2', reason: 'x' });
  const unknown = { type: '/problems/unknown-letter' };

  it('that was posted is not printed with the name of the next', async () => {
    const reference = await acknowledge({ complainant: sam, others: [ada] });
    const id = `${reference}_acknowledgement`;
    await post(id);
    expect(await print(id)).toMatchObject({ status: 'given', text: expect.stringContaining('Sam Okoro') });
    await handOver(reference);
    expect(await print(id)).toMatchObject(unknown);
  });

  it('is neither printed nor posted where it was of them alone', async () => {
    const reference = await acknowledge({ complainant: sam, others: [ada] });
    const note = 'Write in short words.';
    await desk.give('adjust', reference, { step: 'agree', kind: 'other', note });
    const { id = '' } = (await listed()).find(({ kind }) => kind === 'adjustments-agreed') ?? {};
    expect((await print(id)).text).toContain(note);
    await handOver(reference);
    expect([await print(id), await post(id)]).toMatchObject([unknown, unknown]);
  });

  it('that waits still tells the next what was decided', async () => {
    const reference = await acknowledge({ complainant: sam, others: [ada] });
    await handOver(reference);
    expect((await print(`${reference}_acknowledgement`)).text).toContain('Ada Moor');
  });
});
