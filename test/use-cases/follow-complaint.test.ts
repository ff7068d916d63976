import { describe, expect, it } from 'vitest';
import type { Access } from '../../shared/ports/access.ts';
import { createMemoryAccess } from '../../shared/ports/memory/access.ts';
import { followComplaint } from '../../shared/use-cases/follow-complaint.ts';
import { hashToken } from '../../shared/use-cases/tokens.ts';
import { referenceNumber, sample } from '../support/complaints.ts';
import { recorded } from '../support/recorded.ts';
import { fullComplaint } from '../support/resident-view.ts';
import { at, rules } from '../support/rules.ts';

const session = 'S'.repeat(43);
const noon = '2026-12-24T12:00:00Z';
const existing = fullComplaint();

async function start(party = 1) {
  const access = recorded<Access>(createMemoryAccess());
  const [validUntil, hash] = [at('2026-12-24T12:30:00Z'), hashToken(session)];
  await access.port.openSession({ hash, complaint: sample, party, validUntil });
  access.calls.length = 0;
  const store = recorded({
    loadForCommand: async () => ({
      stored: { complaint: existing, version: 1, head: '' },
      personal: undefined,
      people: [],
      answer: undefined,
    }),
    readTexts: async () => new Map([['definition', 'The lift is out of order.']]),
    notices: async () => [],
  });
  const follow = (bearer: { reference?: string; session?: string } = {}, now = noon) =>
    followComplaint(
      { access: access.port, store: store.port, rules, clock: () => at(now) },
      { reference: sample, session, ...bearer },
    );
  return { follow, reads: store.calls, lookUps: access.calls };
}

describe('following a complaint', () => {
  it('shows it to its resident, with the Ombudsman of the day', async () => {
    const { follow, reads } = await start();
    const view = await follow();
    expect(view).toMatchObject({
      reference: sample,
      status: 'acknowledged',
      points: [{ definition: 'The lift is out of order.' }],
      ombudsmen: [{ name: 'Housing Ombudsman Service', phone: '0300 111 3000' }],
    });
    expect(reads).toEqual([
      ['loadForCommand', { reference: sample, people: [] }, at(noon)],
      ['readTexts', sample],
      ['notices', sample],
    ]);
  });

  it.each([2, 0])('shows nothing to whoever came in as party %i of one that is of party 1', async (party) => {
    const { follow } = await start(party);
    expect(await follow()).toBeUndefined();
  });

  it.each([
    ['an unknown session', { session: 'U'.repeat(43) }, noon],
    ['no session', { session: '' }, noon],
    ['a session that is no token', { session: 'nonsense' }, noon],
    ['a session that has run out', {}, '2026-12-24T12:30:00Z'],
    ['a complaint that does not exist', { reference: referenceNumber(2) }, noon],
    ['another complaint', { reference: referenceNumber(3) }, noon],
    ['a reference that is none', { reference: 'nonsense' }, noon],
    ['the reference in small letters', { reference: sample.toLowerCase() }, noon],
  ])(
    'with %s shows nothing after one look for the session, and reads nothing of a complaint',
    async (...given) => {
      const [, bearer, now] = given;
      const { follow, reads, lookUps } = await start();
      expect(await follow(bearer, now)).toBeUndefined();
      expect(lookUps.map(([name]) => name)).toEqual(['readSession']);
      expect(reads).toEqual([]);
    },
  );
});
