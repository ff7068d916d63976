import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Countable, capsOf, mailboxOf } from '../../shared/domain/mail-caps.ts';
import { noticeKinds } from '../../shared/domain/notices.ts';
import { referenceNumber } from '../support/complaints.ts';
import { date } from '../support/rules.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const receipt: Countable = {
  kind: 'receipt',
  landlord: 'day-zero',
  reference: referenceNumber(1),
  byPublicForm: true,
  acknowledged: false,
};

function capsFor(change: Partial<Countable> = {}, address = 'sam@example.com', today = '2027-01-04') {
  return capsOf({ ...receipt, ...change }, address, date(today), 50_000, hash);
}

/** Which kinds are counted, of what came in a way and has got so far. */
function counted(change: Partial<Countable>) {
  return noticeKinds.filter((kind) => capsFor({ ...change, kind }).length > 0);
}

describe('a mailbox', () => {
  it.each([
    ['sam@example.com', 'sam@example.com'],
    ['SAM@Example.COM', 'sam@example.com'],
    ['sam+lift@example.com', 'sam@example.com'],
    ['sam+lift+again@example.com', 'sam@example.com'],
    ['s.a.m@example.com', 'sam@example.com'],
    ['S.am+L.ift@example.com', 'sam@example.com'],
    ['sam@googlemail.com', 'sam@gmail.com'],
    ['sam@mail.example.com', 'sam@mail.example.com'],
    ['sam-lift@example.com', 'sam-lift@example.com'],
    ['sam@x.example@example.com', 'sam@xexample@example.com'],
  ])('%s is counted as %s', (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
  });
});

describe('what is counted', () => {
  it('of the public form is what goes out by itself while nobody has acknowledged it, and links', () => {
    expect(counted({})).toEqual([
      'receipt',
      'missed-date-apology',
      'dates-changed',
      'access-link',
      'compliment-thanks',
    ]);
  });

  it('of the public form once it is acknowledged is only what was owed at once, and links', () => {
    expect(counted({ acknowledged: true })).toEqual(['receipt', 'access-link', 'compliment-thanks']);
  });

  it('of what staff took down is nothing but links', () => {
    expect(counted({ byPublicForm: false })).toEqual(['access-link']);
  });
});

describe('a count', () => {
  it('goes to 5 mails a day for an address, and to 10 links', () => {
    const [unasked] = capsFor();
    const [links] = capsFor({ kind: 'access-link' });
    expect(unasked).toMatchObject({ of: 'address', limit: 5 });
    expect(links).toMatchObject({ of: 'address', limit: 10 });
    expect(links?.counter).not.toBe(unasked?.counter);
  });

  it('goes to a quarter of the account’s quota for a landlord and to half for all, each in 8 parts', () => {
    const limits = { address: new Map(), landlord: new Map(), account: new Map() };
    for (let number = 0; number < 400; number++)
      for (const { of, counter, limit } of capsFor({ reference: referenceNumber(number) }))
        limits[of].set(counter, limit);
    expect([...limits.landlord.values()]).toEqual([1562, 1562, 1562, 1562, 1562, 1562, 1562, 1562]);
    expect([...limits.account.values()]).toEqual([3125, 3125, 3125, 3125, 3125, 3125, 3125, 3125]);
  });

  it.each([
    [1, [5, 1, 1]],
    [15, [5, 1, 1]],
    [16, [5, 1, 1]],
    [200, [5, 6, 12]],
  ])('leaves room in every part, also of a quota of %i', (quota, limits) => {
    const caps = capsOf(receipt, 'sam@example.com', date('2027-01-04'), quota, hash);
    expect(caps.map(({ limit }) => limit)).toEqual(limits);
  });

  it('spreads the receipts of a landlord evenly over the parts, so that none is full long before the others', () => {
    const mails = new Map<string, number>();
    for (let number = 0; number < 4_000; number++) {
      const counter = capsFor({ reference: referenceNumber(number) })[1]?.counter ?? '';
      mails.set(counter, (mails.get(counter) ?? 0) + 1);
    }
    expect(Math.max(...mails.values())).toBeLessThan(600);
  });

  it('is one for all spellings of an address, all kinds and all landlords, and another each day', () => {
    const counter = (...of: Parameters<typeof capsFor>) => capsFor(...of)[0]?.counter;
    const one = counter();
    expect(counter({}, 'S.A.M+lift@Example.com')).toBe(one);
    expect(counter({ kind: 'compliment-thanks', reference: referenceNumber(2) })).toBe(one);
    expect(counter({ landlord: 'brackenhall' })).toBe(one);
    expect(counter({}, 'sam@example.com', '2027-01-05')).not.toBe(one);
    expect(counter({}, 'sam2@example.com')).not.toBe(one);
  });

  it('is a landlord’s own, and another each day', () => {
    const counter = (...of: Parameters<typeof capsFor>) => capsFor(...of)[1]?.counter;
    expect(counter({}, 'other@example.com')).toBe(counter());
    expect(counter({ landlord: 'brackenhall' })).not.toBe(counter());
    expect(counter({}, 'sam@example.com', '2027-01-05')).not.toBe(counter());
  });

  it('is one for the account, whatever the landlord, and another each day', () => {
    const counter = (...of: Parameters<typeof capsFor>) => capsFor(...of)[2]?.counter;
    expect(counter({ landlord: 'brackenhall' }, 'other@example.com')).toBe(counter());
    expect(counter({ kind: 'access-link' })).toBe(counter());
    expect(counter({}, 'sam@example.com', '2027-01-05')).not.toBe(counter());
  });

  it('names no address', () => {
    for (const { counter } of [...capsFor(), ...capsFor({ kind: 'access-link' })])
      expect(counter).not.toMatch(/sam|example|@/);
  });
});
