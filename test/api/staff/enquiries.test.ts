import { beforeEach, describe, expect, it } from 'vitest';
import { isReference } from '../../../shared/domain/reference.ts';
import { handler, manager } from '../../support/desk.ts';
import { complainant, landlord, openEnquiryDesk, request } from '../../support/enquiry-desk.ts';
import type { Claims } from '../../support/http.ts';
import { refusalOf } from '../../support/http-answer.ts';

const reporter: Claims = { id: 'rita', roles: ['reporter'], landlords: [landlord] };

type EnquiryDesk = Awaited<ReturnType<typeof openEnquiryDesk>>;
let desk: EnquiryDesk['desk'];
let log: EnquiryDesk['log'];
let logged: EnquiryDesk['logged'];
let act: EnquiryDesk['act'];
let read: EnquiryDesk['read'];
let requests: EnquiryDesk['requests'];
beforeEach(async () => {
  ({ desk, log, logged, act, read, requests } = await openEnquiryDesk());
});

describe('a service request', () => {
  it('is answered with the day on which it is looked at again, and twice with one key is one', async () => {
    const first = await log('logServiceRequest', request, handler, 'the-same');
    expect(first.body).toMatchObject({ status: 'open', reviewDueOn: '2027-01-04' });
    const second = await log('logServiceRequest', request, handler, 'the-same');
    expect([second.status, second.text]).toEqual([201, first.text]);
    const other = await log('logServiceRequest', { ...request, text: 'x' }, handler, 'the-same');
    expect(other.status).toBe(422);
    expect(desk.changes).toEqual(['log']);
  });

  it('can be logged by any employee, who sees its reference alone', async () => {
    const { status, body } = await log('logServiceRequest', request, reporter);
    expect(status).toBe(201);
    expect(Object.keys(body)).toEqual(['reference']);
    expect((await read(body.reference ?? '', reporter)).status).toBe(403);
  });

  it('of a landlord that one does not serve is answered as none', async () => {
    const reference = await logged('logServiceRequest', request);
    const elsewhere = { ...handler, landlords: ['code-2024'] };
    expect(refusalOf(await read(reference, elsewhere))).toMatchObject({
      status: 404,
      type: '/problems/unknown-enquiry',
    });
    expect((await log('logServiceRequest', request, elsewhere)).status).toBe(403);
  });

  it('is listed by the day on which it is looked at again, until it is resolved', async () => {
    const first = await logged('logServiceRequest', request);
    const sooner = await logged('logServiceRequest', { ...request, receivedAt: '2026-12-10T10:00:00Z' });
    const page = await requests({ limit: '1' });
    expect(page.body.serviceRequests).toMatchObject([{ reference: sooner, reviewDueOn: '2026-12-24' }]);
    const next = await requests({ after: page.body.next ?? '' });
    expect(next.body.serviceRequests).toMatchObject([{ reference: first, reviewDueOn: '2027-01-04' }]);
    expect(next.body).not.toHaveProperty('next');
    await act('reviewServiceRequest', sooner, { outcome: 'resolved', note: 'New washer.' });
    expect((await requests()).body.serviceRequests).toHaveLength(1);
    expect((await read(sooner)).body.history?.at(-1)).toMatchObject({
      what: 'reviewed',
      note: 'New washer.',
    });
  });

  it('is unknown to whoever a complaint that came of it is about (Code 5.8)', async () => {
    const reference = await logged('logServiceRequest', request);
    const about = { dissatisfiedAt: '2026-12-16T10:00:00Z', staffComplainedAbout: ['hana'] };
    expect((await act('convertServiceRequest', reference, about, 1, manager)).status).toBe(200);
    expect((await read(reference, manager)).status).toBe(200);
    expect(refusalOf(await read(reference))).toMatchObject({
      status: 404,
      type: '/problems/unknown-enquiry',
    });
    expect((await act('reviewServiceRequest', reference, { outcome: 'resolved' }, 2)).status).toBe(404);
    expect((await requests()).body.serviceRequests).toEqual([]);
    expect((await requests({}, manager)).body.serviceRequests).toMatchObject([{ reference }]);
  });

  it('is changed only by whoever has read its newest version', async () => {
    const reference = await logged('logServiceRequest', request);
    await act('offerChoice', reference, { offeredOn: '2026-12-16', answer: 'not-now' });
    const stale = await act('reviewServiceRequest', reference, { outcome: 'resolved' });
    expect([stale.status, stale.body.currentVersion]).toEqual([412, 2]);
    expect((await act('reviewServiceRequest', reference, { outcome: 'resolved' }, 2)).status).toBe(200);
    expect((await read(reference)).headers.etag).toBe('"3"');
  });

  it('is not looked at again once it is resolved, and never passed on', async () => {
    const reference = await logged('logServiceRequest', request);
    expect((await act('passComplimentOn', reference, { team: 'repairs' })).body.refusal).toBe('OtherKind');
    await act('reviewServiceRequest', reference, { outcome: 'resolved' });
    const again = await act('reviewServiceRequest', reference, { outcome: 'resolved' }, 2);
    expect([again.status, again.body.refusal]).toEqual([409, 'EnquiryEnded']);
  });
});

describe('a conversion', () => {
  const dissatisfied = { dissatisfiedAt: '2026-12-21T20:00:00Z', channel: 'email' };
  let reference: string;
  beforeEach(async () => {
    reference = await logged('logServiceRequest', request);
    desk.moveTo('2026-12-23T10:00:00Z');
  });

  it('makes a complaint of the day of dissatisfaction, with every word, and the request stays open', async () => {
    const body = { ...dissatisfied, description: 'I have waited a week.', staffComplainedAbout: ['hana'] };
    const converted = await act('convertServiceRequest', reference, body, 1, manager);
    expect(converted.body).toMatchObject({ status: 'open', version: 2, reviewDueOn: '2027-01-04' });
    const { complaint = '' } = converted.body;
    expect((await desk.read(complaint)).body).toMatchObject({
      receivedAt: '2026-12-21T20:00:00.000Z',
      channel: 'email',
      complainant,
      description: 'I have waited a week.\n\nThe tap drips.',
      staffComplainedAbout: ['hana'],
    });
    const stored = isReference(complaint) ? await desk.store.load(complaint) : undefined;
    expect(stored?.complaint.enquiry).toEqual({ reference, firstContactOn: '2026-12-16' });
    // five working days after Monday 21 December
    expect(stored?.complaint.obligations[0]?.dueOn).toBe('2026-12-30');
    if (!isReference(complaint)) throw new Error(complaint);
    expect((await desk.store.notices(complaint)).map(({ kind }) => kind)).toContain('receipt');
  });

  it('of what was filed wrongly keeps the original date, and ends the request', async () => {
    const { body } = await act('convertServiceRequest', reference, { filedWrongly: true });
    expect(body).toMatchObject({ status: 'converted' });
    expect((await desk.read(body.complaint ?? '')).body.receivedAt).toBe('2026-12-16T10:00:00.000Z');
    expect((await requests()).body.serviceRequests).toEqual([]);
  });

  it('that is sent twice with one key makes one complaint', async () => {
    const sent = {
      staff: handler,
      params: { reference },
      headers: { 'idempotency-key': 'the-same', 'if-match': '"1"' },
      body: dissatisfied,
    };
    const first = await desk.send('convertServiceRequest', sent);
    const second = await desk.send('convertServiceRequest', sent);
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(await desk.stored()).toHaveLength(1);
  });

  it.each([
    ['nothing', {}, 400, ['dissatisfiedAt']],
    ['both', { ...dissatisfied, filedWrongly: true }, 400, ['dissatisfiedAt']],
    ['before the first contact', { dissatisfiedAt: '2026-12-15T23:59:00Z' }, 409, ['dissatisfiedAt']],
    ['after now', { dissatisfiedAt: '2026-12-23T10:01:00Z' }, 409, ['dissatisfiedAt']],
    ['a survey without the choice', { ...dissatisfied, channel: 'survey' }, 409, ['chosenOn']],
  ])('that says %s is refused, and nothing is stored', async (_, body, status, fields) => {
    desk.changes.length = 0;
    const refused = await act('convertServiceRequest', reference, body);
    expect(refusalOf(refused)).toMatchObject({ status, fields });
    expect(desk.changes).toEqual([]);
  });
});
