import { describe, expect, it } from 'vitest';
import { startApi } from '../support/http.ts';
import { refusalOf } from '../support/http-answer.ts';

const ask = (receivedAt: string, landlord = 'day-zero') =>
  startApi().send('explainDeadlines', { landlord, query: { receivedAt } });

describe('the dates that a complaint would get', () => {
  it.each([
    ['day-zero', ['2027-01-04', '2027-01-18']],
    ['code-2024', ['2027-01-04', '2027-01-18']],
    ['counted-from-receipt', ['2027-01-04', '2027-01-11']],
  ])('are those of the policy of %s', async (landlord, dates) => {
    const { status, body } = await ask('2026-12-23T15:00:00Z', landlord);
    expect(status).toBe(200);
    expect(body).toMatchObject({ landlord, receivedAt: '2026-12-23T15:00:00.000Z' });
    expect(body.obligations?.map(({ dueOn }) => dueOn)).toEqual(dates);
  });

  it('are those of now where no instant is given', async () => {
    const api = startApi({ now: '2026-04-02T08:00:00Z' });
    const { body } = await api.send('explainDeadlines');
    expect(body.receivedAt).toBe('2026-04-02T08:00:00.000Z');
    // Easter: Good Friday 3 April, Easter Monday 6 April
    expect(body.obligations?.map(({ dueOn }) => dueOn)).toEqual(['2026-04-13', '2026-04-27']);
  });

  it('follow the clock from request to request', async () => {
    const api = startApi({ now: '2026-06-01T12:00:00Z' });
    await api.send('explainDeadlines');
    api.moveTo('2026-06-02T12:00:00Z');
    const { body } = await api.send('explainDeadlines');
    expect(body.receivedAt).toBe('2026-06-02T12:00:00.000Z');
  });

  it.each([
    ['2026-07-01T00:30:00+01:00', '2026-06-30T23:30:00.000Z'],
    ['2026-06-30T23:30:00.5Z', '2026-06-30T23:30:00.500Z'],
    ['2026-06-30T13:30:00-10:00', '2026-06-30T23:30:00.000Z'],
    ['2026-07-01T13:29:59.999999+14:00', '2026-06-30T23:29:59.999Z'],
  ])('of %s count from Wednesday 1 July in London', async (receivedAt, inUtc) => {
    const { body } = await ask(receivedAt);
    expect(body.receivedAt).toBe(inUtc);
    expect(body.obligations?.map(({ dueOn }) => dueOn)).toEqual(['2026-07-08', '2026-07-22']);
  });

  it('say so where bank holidays are not published that far', async () => {
    const { body } = await ask('2028-12-20T12:00:00Z');
    const [acknowledgement, response] = body.obligations ?? [];
    expect(acknowledgement).not.toHaveProperty('provisional');
    expect(response?.provisional).toBe(true);
    expect(response?.dueOn).toBe('2029-01-12');
    expect(response?.explanation).toContain('bank holidays that far ahead are not published yet');
  });

  it('store nothing', async () => {
    const api = startApi();
    await api.send('explainDeadlines');
    expect(api.writes).toEqual([]);
  });

  it('do not read a body, whatever it is', async () => {
    const api = startApi();
    const { status } = await api.send('explainDeadlines', { text: 'x'.repeat(70_000) });
    expect(status).toBe(200);
  });
});

describe('an instant is refused by name', () => {
  const instants = {
    'that is empty': '',
    'that is blank': ' ',
    'that is a day alone': '2026-12-23',
    'without its offset': '2026-12-23T15:00:00',
    'without seconds': '2026-12-23T15:00Z',
    'with its plus sign lost in the query': '2026-12-23T15:00:00 01:00',
    'on a day that does not exist': '2026-02-30T15:00:00Z',
    'in a month that does not exist': '2026-13-01T15:00:00Z',
    'at an hour that does not exist': '2026-12-23T24:00:00Z',
    'in a leap second': '2026-12-31T23:59:60Z',
    'with an offset that does not exist': '2026-12-23T15:00:00+24:00',
    'as milliseconds': '1798038000000',
    'given twice': '2026-12-23T15:00:00Z,2026-12-24T15:00:00Z',
    'with a line break after it': '2026-12-23T15:00:00Z\n',
    'in digits of another script': '٢٠٢٦-12-23T15:00:00Z',
    'before our calendars begin': '2011-12-31T23:59:59Z',
    'whose dates lie past our calendars': '2099-12-30T00:00:00Z',
    'in another century': '1999-12-31T00:00:00Z',
    'in the year 0': '0000-01-01T00:00:00Z',
    'at the end of the year 9999': '9999-12-31T23:59:59-12:00',
    'that its offset carries into 2100': '2099-12-31T23:59:59-23:59',
  };
  it.each(Object.entries(instants))('%s', async (_, receivedAt) => {
    const expected = { status: 400, type: '/problems/invalid-request', fields: ['receivedAt'] };
    expect(refusalOf(await ask(receivedAt))).toEqual(expected);
  });

  it('together with every other name of the query', async () => {
    const query = { receivedAt: 'soon', landlord: 'code-2024', constructor: 'x' };
    const answer = await startApi().send('explainDeadlines', { query });
    expect(refusalOf(answer).fields).toEqual(['receivedAt', 'landlord', 'constructor']);
  });

  it('without what was sent in it', async () => {
    expect((await ask('sam@example.com')).text).not.toContain('sam@example.com');
  });
});
