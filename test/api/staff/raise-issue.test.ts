import { beforeEach, describe, expect, it } from 'vitest';
import type { Reference } from '../../../shared/domain/reference.ts';
import { type Desk, deskWithAcknowledged, handler } from '../../support/desk.ts';

let desk: Desk;
let reference: Reference;
beforeEach(async () => {
  ({ desk, reference } = await deskWithAcknowledged());
});

describe('something that is raised midway', () => {
  const issue = { issue: 'The door.', responsible: true, related: true, wouldDelay: false };
  const raise = (body: object = {}) =>
    desk.give('raiseIssue', reference, { ...issue, ...body }, { staff: handler });

  it('becomes a point where it is related and stage 1 has not answered', async () => {
    expect((await raise()).status).toBe(200);
    expect((await desk.read(reference)).body.points).toMatchObject([
      { id: 'point-1' },
      { id: 'point-2', definition: 'The door.' },
    ]);
    expect(await desk.stored()).toEqual([reference]);
  });

  it.each([
    ['is not related', { related: false }],
    ['would delay the answer', { wouldDelay: true }],
  ])('becomes a complaint of its own where it %s, received on the day it was raised', async (_, body) => {
    const answer = await raise({ ...body, happenedAt: '2026-12-29T12:00:00Z' });
    expect(answer.status).toBe(200);
    expect((await desk.read(reference)).body.points).toHaveLength(1);
    const { raised = '' } = answer.body;
    expect((await desk.read(raised)).body).toMatchObject({
      receivedAt: '2026-12-29T12:00:00.000Z',
      raisedIn: reference,
      description: 'The door.',
      complainant: { name: 'Sam Okoro', email: 'sam.okoro@example.com' },
      points: [],
    });
  });

  it('twice with one key is raised once', async () => {
    const unrelated = { ...issue, related: false };
    const given = { staff: handler, key: 'the-same', version: await desk.versionOf(reference) };
    const first = await desk.give('raiseIssue', reference, unrelated, given);
    const second = await desk.give('raiseIssue', reference, unrelated, given);
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(await desk.stored()).toHaveLength(2);
  });
});
