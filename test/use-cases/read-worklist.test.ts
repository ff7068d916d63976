import { describe, expect, it } from 'vitest';
import { staffId } from '../../shared/domain/staff.ts';
import { readWorklist } from '../../shared/use-cases/read-worklist.ts';
import { person } from '../support/people.ts';
import { recorded } from '../support/recorded.ts';
import { World } from '../support/world.ts';

const token = {
  id: staffId('me'),
  name: undefined,
  email: undefined,
  roles: ['handler'],
  landlords: ['day-zero'],
} as const;
const filter = { landlord: 'day-zero', open: true, limit: 2 };

/** Thirty complaints; every one whose number is below `about` is about `me`. */
async function thirty(about = 0) {
  const world = new World('2026-12-23T15:00:00Z');
  for (let number = 0; number < 30; number++)
    await world.receiveOne(number < about ? { staffComplainedAbout: [token.id] } : {});
  const { port, calls } = recorded(world.store);
  return { world, ports: { store: port, register: world.register }, calls };
}

describe('reading a worklist', () => {
  it('stops once the page is full', async () => {
    const { ports, calls } = await thirty();
    const page = await readWorklist(ports, token, filter);
    expect(page).toMatchObject({ type: 'found', items: [{}, {}], next: expect.any(String) });
    expect(calls.map(([name]) => name)).toEqual(['worklist']);
  });

  it('in search of what is rare reads ten pages, and says where to go on', async () => {
    const { ports, calls } = await thirty();
    const page = await readWorklist(ports, token, { ...filter, team: 'rare' });
    expect(page).toMatchObject({ type: 'found', items: [], next: expect.any(String) });
    expect(calls).toHaveLength(10);
  });

  it('reads on past what is about the reader, so that where to go on never names it', async () => {
    const { ports } = await thirty(25);
    const seen = [];
    let after: string | undefined;
    do {
      const page = await readWorklist(ports, token, { ...filter, limit: 1, after });
      if (page.type !== 'found') throw new Error(page.type);
      seen.push(...page.items);
      after = page.next;
      if (after) expect(page.items.map((item) => item.after)).toEqual([after]);
    } while (after);
    expect(seen).toHaveLength(5);
    expect(new Set(seen.map(({ reference }) => reference)).size).toBe(5);
  });

  it('ends after the day asked for without reading what is due later', async () => {
    const { world, ports, calls } = await thirty();
    world.now = '2027-01-20T15:00:00.000Z' as typeof world.now;
    for (let number = 0; number < 30; number++) await world.receiveOne();
    calls.length = 0;
    const dueBy = '2027-01-04' as NonNullable<Parameters<typeof readWorklist>[2]['dueBy']>;
    const page = await readWorklist(ports, token, { ...filter, limit: 100, dueBy });
    expect(page).toMatchObject({ next: undefined });
    expect(page.type === 'found' && page.items).toHaveLength(30);
  });

  it('is denied to whoever is disabled, or does not serve the landlord by the register', async () => {
    const { world, ports } = await thirty();
    await world.register.save(person('me', { landlords: ['code-2024'] }));
    expect(await readWorklist(ports, token, filter)).toMatchObject({ denied: { why: 'other-landlord' } });
    await world.register.save(person('me', { disabled: true, revision: 1 }));
    expect(await readWorklist(ports, token, filter)).toMatchObject({ denied: { why: 'disabled' } });
  });
});
