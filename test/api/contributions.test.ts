import { describe, expect, it } from 'vitest';
import { type Desk, handler, openDesk, pointsOf, putLink } from '../support/desk.ts';
import { refusalOf } from '../support/http-answer.ts';

const answer = 'The part comes on 8 January.';
const notSignedIn = { status: 401, type: '/problems/not-signed-in', fields: [] };

/** A question to a contractor, asked on 30 December 2026, and the token of the link to it. */
async function asked() {
  const desk = await openDesk();
  const reference = await desk.log();
  await desk.give('assign', reference, { handler: 'hana' });
  desk.moveTo('2026-12-30T10:00:00Z');
  const sent = { contractor: 'lifts@example.com', question: 'When does the part come?' };
  await desk.give('askQuestion', reference, sent, { staff: handler });
  const link = putLink(desk, { purpose: 'contribution', complaint: reference, question: 'question-1' });
  return { desk, reference, link };
}

const contribute = (desk: Desk, body: object, key?: string) =>
  desk.send('contribute', { body, ...(key && { headers: { 'idempotency-key': key } }) });

describe('a question to a contractor', () => {
  it('is owed in three working days, and answered through its link', async () => {
    const { desk, reference, link } = await asked();
    expect((await desk.read(reference)).body).toMatchObject({
      questions: [{ id: 'question-1', asked: 'lifts@example.com', question: 'When does the part come?' }],
    });
    desk.moveTo('2027-01-04T23:59:00Z');
    const { status, body } = await contribute(desk, { link, answer });
    expect({ status, body }).toEqual({ status: 201, body: { answeredOn: '2027-01-04' } });
    const after = (await desk.read(reference)).body;
    expect(after.questions?.[0]?.answer).toBe(answer);
    expect(after.obligations?.at(-1)).toMatchObject({
      id: 'question-1',
      kind: 'contribution',
      dueOn: '2027-01-05',
      state: 'met',
      metOn: '2027-01-04',
    });
    expect((await desk.timeline(reference)).body.entries?.at(-1)).toMatchObject({
      actor: 'contributor to question-1',
      type: 'QuestionAnswered',
      facts: { question: 'question-1', answer, on: '2027-01-04' },
    });
  });

  it('is answered once: the second answer is refused and not stored', async () => {
    const { desk, reference, link } = await asked();
    await contribute(desk, { link, answer });
    const second = await contribute(desk, { link, answer: 'Another.' });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      refusal: 'AnsweredAlready',
      detail: 'This question was answered already; phone whoever asked if you want to add something.',
    });
    expect((await desk.read(reference)).body.questions?.[0]?.answer).toBe(answer);
  });

  it('is answered the same to the same key, to the letter, and refused where the body is another', async () => {
    const { desk, link } = await asked();
    const first = await contribute(desk, { link, answer }, 'key');
    const { changes } = desk;
    const stored = changes.length;
    desk.moveTo('2027-01-07T10:00:00Z');
    const again = await contribute(desk, { link, answer }, 'key');
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(refusalOf(await contribute(desk, { link, answer: 'Another.' }, 'key'))).toEqual({
      status: 422,
      type: '/problems/key-reused',
      fields: ['Idempotency-Key'],
    });
    expect(changes).toHaveLength(stored);
  });

  it('takes one answer of ten at the same instant', async () => {
    const { desk, link } = await asked();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => contribute(desk, { link, answer: `${index}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
  });

  it('is kept even after the complaint was closed', async () => {
    const { desk, reference, link } = await asked();
    await desk.give('acknowledge', reference, { points: pointsOf('The lift.') });
    await desk.give('close', reference, { reason: 'Repaired.' });
    expect((await contribute(desk, { link, answer })).status).toBe(201);
  });
});

describe('a link', () => {
  it('that is unknown, a resident’s, run out, or to no question lets nobody in, and all are told the same', async () => {
    const { desk, reference, link } = await asked();
    const question = 'question-1';
    const foreign = putLink(desk, { purpose: 'resident', complaint: reference, question }, 'F'.repeat(43));
    const aimless = putLink(desk, { purpose: 'contribution', complaint: reference }, 'A'.repeat(43));
    const validUntil = '2026-12-30T10:00:00Z';
    const late = putLink(
      desk,
      { purpose: 'contribution', complaint: reference, question, validUntil },
      'E'.repeat(43),
    );
    const texts = new Set<string>();
    desk.changes.length = 0;
    for (const bad of ['U'.repeat(43), '', 'not a token', `${link} `, `${link}=`, foreign, aimless, late]) {
      const refused = await desk.send('contribute', { body: { link: bad, answer }, requestId: 'same' });
      expect(refusalOf(refused)).toEqual(notSignedIn);
      texts.add(refused.text);
    }
    expect(texts.size).toBe(1);
    expect(desk.changes).toEqual([]);
  });

  it('is good for its question alone', async () => {
    const { desk, reference, link } = await asked();
    await desk.give('askQuestion', reference, { colleague: 'milo', question: 'Who has the key?' });
    await contribute(desk, { link, answer });
    const questions = (await desk.read(reference)).body.questions ?? [];
    expect(questions.map((each) => each.answer)).toEqual([answer, undefined]);
  });
});
