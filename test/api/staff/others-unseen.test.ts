import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import { type Desk, handler, manager, openDesk } from '../../support/desk.ts';

let desk: Desk;
let about: Reference;
let reference: Reference;

const because = 'It is the same lift, and Hana was rude.';

beforeEach(async () => {
  desk = await openDesk();
  about = await desk.log({ staffComplainedAbout: ['hana'] });
  reference = await desk.log();
  desk.moveTo('2026-12-29T10:00:00Z');
});

const timelineOf = async (of: Reference, staff = handler) =>
  desk.send('readTimeline', { staff, params: { reference: of } });
const correctSubjects = (of: Reference, ...staffComplainedAbout: string[]) =>
  desk.give('correct', of, { staffComplainedAbout, reason: 'Found out since.' });

async function expectUnseen(of: Reference, types: string[]) {
  const read = await desk.read(of, handler);
  const timeline = await timelineOf(of);
  expect([read.status, timeline.status]).toEqual([200, 200]);
  for (const { text } of [read, timeline]) {
    expect(text).not.toContain(about);
    expect(text).not.toContain(because);
  }
  expect(timeline.body.entries?.map(({ type }) => type)).toEqual(types);
  expect(timeline.body.intact).toBe(true);
}

describe('a complaint about somebody on the staff (seed 000)', () => {
  it('is not shown to them by one that it is linked to, and is to others', async () => {
    await desk.give('link', reference, { other: about, because });
    await expectUnseen(reference, ['ComplaintReceived']);
    expect((await desk.read(reference, manager)).body.related).toEqual([{ complaint: about, because }]);
    expect((await timelineOf(reference, manager)).body.entries).toHaveLength(2);
  });

  it('is not shown to them by one that became part of it', async () => {
    await desk.give('merge', about, { other: reference, reason: because });
    await expectUnseen(reference, ['ComplaintReceived']);
    expect((await desk.read(reference, manager)).body.mergedInto).toBe(about);
  });

  it('is not shown to them by one that it is part of, nor is why that was received earlier', async () => {
    desk.moveTo('2026-12-30T10:00:00Z');
    reference = await desk.log({ receivedAt: '2026-12-29T12:00:00Z' });
    await desk.give('merge', reference, { other: about, reason: because });
    expect((await desk.read(reference, handler)).status).toBe(404);
    await correctSubjects(reference);
    await expectUnseen(reference, ['ComplaintReceived', 'DateCorrected', 'SubjectsCorrected']);
  });

  it('is not shown to them by one in which it came up, nor that one by it', async () => {
    await desk.give('raiseIssue', reference, {
      issue: because,
      responsible: true,
      related: false,
      wouldDelay: false,
    });
    const { issues } = (await desk.read(reference)).body;
    const raised = issues?.[0]?.complaint as Reference;
    expect((await desk.read(raised, handler)).body.raisedIn).toBe(reference);
    await correctSubjects(raised, 'hana');
    about = raised;
    await expectUnseen(reference, ['ComplaintReceived']);
    await correctSubjects(raised);
    await correctSubjects(reference, 'hana');
    about = reference;
    const read = await desk.read(raised, handler);
    expect([read.status, read.text.includes(reference)]).toEqual([200, false]);
    expect((await timelineOf(raised)).text).not.toContain(`"raisedIn":"${reference}"`);
  });
});
