import { describe, expect, it } from 'vitest';
import { isReference } from '../../shared/domain/reference.ts';
import { type Notice, noticeSchema } from '../../shared/domain/stored-notice.ts';
import { requestLink } from '../../shared/use-cases/request-link.ts';
import { referenceNumber, sample } from '../support/complaints.ts';
import { at } from '../support/rules.ts';

async function writtenFor(reference: string, now = '2026-12-23T15:07:00Z'): Promise<Notice[]> {
  const written: Notice[] = [];
  const store = { oweAlone: async (notice: Notice) => written.push(notice) };
  await requestLink({ store, clock: () => at(now) }, reference);
  return written;
}

const referenceIn = (notice: Notice | undefined) =>
  notice?.owner.type === 'complaint' ? notice.owner.reference : '';
const idAt = async (now: string) => (await writtenFor(sample, now))[0]?.id;

describe('asking for a link', () => {
  it('writes one notice, which holds no credential', async () => {
    expect(await writtenFor(sample)).toEqual([
      {
        id: 'access-link_202612231500',
        owner: { type: 'complaint', reference: sample },
        kind: 'access-link',
        lane: 'statutory',
        recipient: { type: 'complainant' },
        values: {},
        owedAt: '2026-12-23T15:07:00.000Z',
        status: 'pending',
        revision: 0,
        attempts: 0,
        failed: { retry: 0, unknown: 0 },
        wakeAt: '2026-12-23T15:07:00.000Z',
      },
    ]);
  });

  it('is one notice for each ten minutes of the clock', async () => {
    expect(await idAt('2026-12-23T15:00:00.000Z')).toBe('access-link_202612231500');
    expect(await idAt('2026-12-23T15:09:59.999Z')).toBe('access-link_202612231500');
    expect(await idAt('2026-12-23T15:10:00.000Z')).toBe('access-link_202612231510');
    expect(await idAt('2027-01-03T05:59:00.000Z')).toBe('access-link_202701030550');
  });

  it.each(['', 'nonsense', sample.toLowerCase(), `${sample}#`, 'x'.repeat(10_000), '\ud800'])(
    'for %j, which no complaint can be called, is the same write under a name that one could have',
    async (reference) => {
      const [notice, ...others] = await writtenFor(reference);
      expect(others).toEqual([]);
      expect(isReference(referenceIn(notice))).toBe(true);
      const [genuine] = await writtenFor(referenceNumber(2));
      expect({ ...notice, owner: '' }).toEqual({ ...genuine, owner: '' });
      expect(noticeSchema.parse(notice)).toEqual(notice);
    },
  );

  it('for two texts that are no reference is two names, and for one always the same', async () => {
    const names = await Promise.all(
      ['one', 'other', 'one'].map(async (text) => referenceIn((await writtenFor(text))[0])),
    );
    expect(new Set(names).size).toBe(2);
    expect(names[0]).toBe(names[2]);
  });
});
