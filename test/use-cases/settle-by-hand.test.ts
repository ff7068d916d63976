import { expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Obligation } from '../../shared/domain/obligations.ts';
import { settleByHand } from '../../shared/use-cases/settle-by-hand.ts';
import { complaintReceived, kept, sample } from '../support/complaints.ts';
import { date } from '../support/rules.ts';
import { otherNotice } from '../support/stored.ts';

const posting = (number: number): Obligation => ({
  ...{ id: `posting-update-${number}`, kind: 'posting', projected: false, dueOn: date('2026-12-31') },
  derivation: { promisedOn: date('2026-12-29'), clause: '6.2' },
  gives: { notice: `update-${number}`, kind: 'update' },
});
const byHand = {
  way: 'letter',
  landlord: 'day-zero',
  dueOn: date('2026-12-30'),
  obligation: 'posting-update-1',
} as const;

it('gives up at most 40 letters with one command, and forgets none that was given', async () => {
  const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
  const obligations = Array.from({ length: 60 }, (_, index) => posting(index));
  const before: Complaint = { ...received, obligations };
  const after: Complaint = {
    ...received,
    obligations: obligations.map((each) =>
      each.id === 'posting-update-59'
        ? { ...each, met: { on: date('2026-12-30'), ...kept } }
        : { ...each, ended: 'withdrawn' },
    ),
  };
  const loaded: string[] = [];
  const store = {
    loadNotice: async ({ id }: { id: string }) => {
      loaded.push(id);
      const notice = otherNotice(sample, id, { status: 'by-hand', byHand });
      return { notice, complaint: undefined, texts: new Map(), people: [] } as never;
    },
  };
  const settled = await settleByHand({ store }, [{ before, after, events: [] }], undefined);
  expect([loaded.length, settled.length]).toEqual([41, 41]);
  expect(settled.filter(({ status }) => status === 'given').map(({ id }) => id)).toEqual(['update-59']);
});
