import { describe, expect, it } from 'vitest';
import { staffId } from '../../shared/domain/staff.ts';
import type { Intake } from '../../shared/use-cases/intake.ts';
import { World } from '../support/world.ts';

const start = '2026-12-23T15:00:00Z';
const { email, ...unreachable } = { name: 'Sam Okoro', email: 'sam.okoro@example.com' };

/** What is stored of a complaint as somebody sends or logs it. */
async function receive(change: Partial<Intake>) {
  const world = new World(start);
  const reference = await world.receiveOne(change);
  const { stored, personal } = await world.store.loadForCommand({ reference, people: [] }, world.now);
  if (!stored) throw new Error('not stored');
  return { complaint: stored.complaint, personal, mails: await world.waitingNotices() };
}

describe('what is missing of who complains', () => {
  it.each<[string, Partial<Intake>, string, string[]]>([
    ['somebody who left a name and an address', {}, 'individual', []],
    ['somebody who left nothing', { complainant: undefined }, 'individual', ['complainant']],
    ['somebody who wants to stay unknown', { complainant: undefined, anonymous: true }, 'anonymous', []],
    ['somebody who left a name alone', { complainant: unreachable }, 'individual', ['way-to-reach']],
    [
      'somebody with a telephone',
      { complainant: { ...unreachable, phone: '01632 960777' } },
      'individual',
      [],
    ],
    ['two people', { others: [{ name: 'Ada Moor' }] }, 'joint', []],
    ['a group', { group: true, others: [{ name: 'Ada Moor' }] }, 'group', []],
    ['somebody for another', { representative: { name: 'Cllr Moor' } }, 'individual', ['consent']],
    [
      'somebody for another who agrees',
      { representative: { name: 'Cllr Moor', consent: 'given' } },
      'individual',
      [],
    ],
    ['an executor', { representative: { name: 'Ada Moor' }, standing: 'executor' }, 'individual', []],
  ])('by %s', async (_, change, madeBy, missing) => {
    const { complaint } = await receive(change);
    expect(complaint).toMatchObject({ status: 'received', madeBy, missing });
    const owed = complaint.obligations.filter(({ kind }) => kind === 'resident-information');
    expect(owed).toHaveLength(missing.length > 0 ? 1 : 0);
  });
});

describe('what is kept of who complains', () => {
  it('is apart from what the rules hear: no name, no address', async () => {
    const { complaint, personal } = await receive({
      complainant: { ...unreachable, phone: '01632 960777', safeContact: 'No voicemail at home.' },
      others: [{ name: 'Ada Moor', email: 'ada.moor@example.com', phone: '01632 960778', copies: 'answers' }],
      representative: {
        name: 'Cllr Brook',
        email: 'brook@council.example',
        capacity: 'councillor',
        consent: 'given',
        evidence: 'Form in the file',
        copies: 'letters',
      },
      standing: 'former-tenant',
      tenure: 'social-rent',
    });
    expect(personal).toMatchObject({
      complainant: { safeContact: 'No voicemail at home.' },
      others: [{ party: 'party-2', name: 'Ada Moor', email: 'ada.moor@example.com', phone: '01632 960778' }],
      representative: { name: 'Cllr Brook', capacity: 'councillor', evidence: 'Form in the file' },
    });
    expect(complaint).toMatchObject({
      others: [{ party: 'party-2', reachableByEmail: true, copies: 'answers' }],
      representative: {
        capacity: 'councillor',
        consent: 'given',
        reachableByEmail: true,
        copies: 'letters',
      },
      standing: 'former-tenant',
      tenure: 'social-rent',
    });
    expect(JSON.stringify(complaint)).not.toMatch(/moor|brook|okoro|voicemail|01632/i);
  });

  it('gives copies of every letter to people who complain together, of the answer alone where nobody has read who they are, and none to those of a group', async () => {
    const others = [{ name: 'Ada Moor', email: 'ada.moor@example.com' }];
    const copies = async (change: Partial<Intake>) => (await receive(change)).complaint.others[0]?.copies;
    const loggedBy = staffId('leila');
    expect(await copies({ others, loggedBy })).toBe('letters');
    expect(await copies({ others })).toBe('answers');
    expect(await copies({ others, loggedBy, group: true })).toBe('none');
  });
});

describe('mail to somebody who said what to mind when they are contacted', () => {
  const safeContact = 'Only before noon.';

  it.each([
    ['waits for a person to read that', { safeContact }, false],
    ['is sent where email is what they asked for', { safeContact, preferredChannel: 'email' }, true],
    ['is not sent where they asked for letters', { safeContact, preferredChannel: 'letter' }, false],
  ])('%s', async (_, said, mailed) => {
    const { complaint, mails } = await receive({ complainant: { ...unreachable, email, ...said } });
    expect([complaint.reachableByEmail, mails.length]).toEqual([mailed, mailed ? 1 : 0]);
  });
});
