import { describe, expect, it } from 'vitest';
import { createMemoryAccess, type MemoryLinks } from '../../shared/ports/memory/access.ts';
import { openSession } from '../../shared/use-cases/open-session.ts';
import { whoIsSignedIn } from '../../shared/use-cases/signed-in.ts';
import { hashToken, newToken } from '../../shared/use-cases/tokens.ts';
import { countingBytes, referenceNumber, sample } from '../support/complaints.ts';
import { recorded } from '../support/recorded.ts';
import { at } from '../support/rules.ts';

const token = 'T'.repeat(43);
const noon = '2026-12-23T12:00:00Z';

function start(purpose: 'resident' | 'contribution' = 'resident') {
  const hash = hashToken(token);
  const validUntil = at('2026-12-23T12:10:00Z');
  const links: MemoryLinks = new Map([[hash, { hash, purpose, complaint: sample, party: 2, validUntil }]]);
  const { port: access, calls } = recorded(createMemoryAccess(links));
  const randomBytes = countingBytes();
  const open = (now = noon, link = token, key?: string) =>
    openSession({ access, clock: () => at(now), randomBytes }, link, key);
  const isGood = async (session: string, now: string, reference: string = sample) =>
    (await whoIsSignedIn(access, { reference, session }, at(now))) !== undefined;
  return { open, isGood, calls, links };
}

describe('opening a session', () => {
  it('turns a link into a session of thirty minutes for its one complaint and party', async () => {
    const { open, isGood, calls } = start();
    const opened = await open();
    expect(opened).toEqual({
      session: expect.stringMatching(/^[\w-]{43}$/),
      reference: sample,
      validUntil: '2026-12-23T12:30:00.000Z',
    });
    const session = opened?.session ?? '';
    expect(calls.at(-1)).toMatchObject(['openSession', { complaint: sample, party: 2 }]);
    expect(await isGood(session, '2026-12-23T12:29:59.999Z')).toBe(true);
    expect(await isGood(session, '2026-12-23T12:30:00Z')).toBe(false);
    expect(await isGood(session, noon, referenceNumber(2))).toBe(false);
    expect(await isGood(session, noon, sample.toLowerCase())).toBe(false);
    expect(await isGood('', noon)).toBe(false);
  });

  it('asks for 256 bits of chance', async () => {
    const asked: number[] = [];
    const bytes = (count: number) => {
      asked.push(count);
      return new Uint8Array(count).fill(255);
    };
    expect(newToken(bytes)).toBe('__________________________________________8');
    expect(asked).toEqual([32]);
  });

  it('stores neither token', async () => {
    const { open, calls } = start();
    const session = (await open())?.session ?? '';
    const told = JSON.stringify(calls);
    expect(told).toContain(hashToken(token));
    expect(told).toContain(hashToken(session));
    expect(told).not.toContain(token);
    expect(told).not.toContain(session);
  });

  it('works once for a link', async () => {
    const { open } = start();
    expect(await open()).toBeDefined();
    expect(await open()).toBeUndefined();
    expect(await open(noon, token, 'a-key')).toBeUndefined();
  });

  it('with a key says the same again to the same request, and nothing to another', async () => {
    const { open, isGood } = start();
    const first = await open(noon, token, 'a-key');
    expect(await open('2026-12-23T12:05:00Z', token, 'a-key')).toEqual(first);
    expect(await open('2026-12-23T12:05:00Z', token, 'another-key')).toBeUndefined();
    expect(await open('2026-12-23T12:05:00Z')).toBeUndefined();
    expect(await isGood(first?.session ?? '', '2026-12-23T12:29:00Z')).toBe(true);
  });

  it('cut off before the session is stored is made good by the same request with its key', async () => {
    const { links } = start();
    const kept = createMemoryAccess(links);
    const access = { ...kept, openSession: () => Promise.reject(new Error('cut off')) };
    const ports = { clock: () => at(noon), randomBytes: countingBytes() };
    await expect(openSession({ ...ports, access }, token, 'a-key')).rejects.toThrow('cut off');
    const opened = await openSession({ ...ports, access: kept }, token, 'a-key');
    const bearer = { reference: sample, session: opened?.session ?? '' };
    expect(await whoIsSignedIn(kept, bearer, at(noon))).toEqual({ complaint: sample, party: 2 });
  });

  it('makes the same calls and says the same for whatever link is not good', async () => {
    const causes = {
      unknown: start(),
      'run out': start(),
      used: start(),
      'for a contributor': start('contribution'),
      'no token': start(),
    };
    await causes.used.open();
    causes.used.calls.length = 0;
    const answers = [
      await causes.unknown.open(noon, 'U'.repeat(43)),
      await causes['run out'].open('2026-12-23T12:10:00Z'),
      await causes.used.open(),
      await causes['for a contributor'].open(),
      await causes['no token'].open(noon, 'no token \ud800'),
    ];
    expect(answers).toEqual([undefined, undefined, undefined, undefined, undefined]);
    for (const { calls } of Object.values(causes)) expect(calls.map(([name]) => name)).toEqual(['redeem']);
  });
});
