import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import type { Obligation } from '../../shared/domain/obligations.ts';
import { staffId } from '../../shared/domain/staff.ts';
import type { ComplaintStore } from '../../shared/ports/complaint-store.ts';
import { kept, referenceNumber } from '../support/complaints.ts';
import { date } from '../support/rules.ts';
import type { MakeStore } from '../support/stored.ts';
import { changeTo, newComplaint } from '../support/stored.ts';

const day = { landlord: 'day-zero', open: true, limit: 100 };
const [ann, bob] = [staffId('ann'), staffId('bob')];

function complaintWith(number: number, change: Partial<Complaint>) {
  const complaint = newComplaint(number);
  const { stored } = complaint;
  return { ...complaint, stored: { ...stored, complaint: { ...stored.complaint, ...change } } };
}

/** The complaint's obligations, each with what is changed of it. */
function owing(number: number, ...changes: Partial<Obligation>[]): Obligation[] {
  const { obligations } = newComplaint(number).stored.complaint;
  return obligations.map((each, index) => ({ ...each, ...changes[index] }));
}

const dueOn = (number: number, text: string) =>
  complaintWith(number, { obligations: owing(number, { dueOn: date(text) }) });

async function readPages(store: ComplaintStore, limit: number) {
  const pages: string[][] = [];
  let after: string | undefined;
  for (let more = true; more; ) {
    const page = await store.worklist({ ...day, limit, after });
    pages.push(page.items.map(({ reference }) => reference));
    after = page.items.at(-1)?.after;
    more = page.more;
  }
  return pages;
}

export function listsWork(makeStore: MakeStore): void {
  describe('the worklist', () => {
    it('says of a complaint where it stands, whose it is and whom it is about', async () => {
      const store = await makeStore();
      const obligations = owing(1, { owner: ann }, { owner: bob });
      const action = { ...owing(1)[1], id: 'action-1', kind: 'action', owner: ann } as Obligation;
      await store.receive(
        complaintWith(1, {
          handler: ann,
          team: 'repairs',
          staffComplainedAbout: [staffId('cat'), staffId('dan')],
          conflicts: [staffId('eve')],
          obligations: [...obligations, action],
        }),
      );
      expect(await store.worklist(day)).toEqual({
        items: [
          {
            reference: referenceNumber(1),
            status: 'received',
            stage: 1,
            handler: 'ann',
            team: 'repairs',
            flags: ['about:cat', 'about:dan', 'conflict:eve', 'owner:ann', 'owner:bob'],
            nextDueOn: '2027-01-04',
            after: '2#2027-01-04#10000-0000Y',
          },
        ],
        more: false,
      });
    });

    it('comes dangers first, then people who can bear it least, and of these what is next due', async () => {
      const store = await makeStore();
      const risks: [Partial<Complaint>, string][] = [
        [{}, '2027-01-01'],
        [{ vulnerabilities: ['disability'] }, '2027-01-06'],
        [{ hazards: ['gas', 'fire'] }, '2027-01-08'],
        [{ vulnerabilities: ['safeguarding', 'pregnancy'] }, '2027-01-07'],
        [{ vulnerabilities: ['pregnancy'] }, '2027-01-05'],
      ];
      for (const [number, [risk, text]] of risks.entries())
        await store.receive(
          complaintWith(number, { ...risk, obligations: owing(number, { dueOn: date(text) }) }),
        );
      const inOrder = [3, 2, 4, 1, 0].map(referenceNumber);
      expect(await readPages(store, 100)).toEqual([inOrder]);
      expect(await readPages(store, 2)).toEqual([inOrder.slice(0, 2), inOrder.slice(2, 4), inOrder.slice(4)]);
      const { items } = await store.worklist(day);
      expect(items.map(({ flags }) => flags)).toEqual([
        ['priority:hazard'],
        ['hazard:gas', 'hazard:fire', 'priority:hazard'],
        ['priority:vulnerable'],
        ['priority:vulnerable'],
        [],
      ]);
      const after = `${items[1]?.after.slice(0, 1)}$`;
      expect((await store.worklist({ ...day, after })).items).toEqual(items.slice(2));
    });

    it('goes by what is still owed, and says nothing of who owed what is met', async () => {
      const store = await makeStore();
      const met = { owner: ann, met: { on: date('2026-12-30'), ...kept } };
      await store.receive(complaintWith(1, { obligations: owing(1, met, { owner: bob }) }));
      const { items } = await store.worklist(day);
      expect(items).toMatchObject([{ nextDueOn: '2027-01-18', flags: ['owner:bob'] }]);
      expect(items[0] && 'handler' in items[0]).toBe(false);
    });

    it('goes by the day of receipt where nothing is owed', async () => {
      const store = await makeStore();
      const ended = { ended: 'answered' } as const;
      await store.receive(complaintWith(1, { obligations: owing(1, ended, ended), status: 'responded' }));
      expect((await store.worklist(day)).items).toMatchObject([
        { nextDueOn: '2026-12-23', status: 'responded', flags: [] },
      ]);
    });

    it('is each landlord’s own', async () => {
      const store = await makeStore();
      await store.receive(newComplaint(1));
      await store.receive(complaintWith(2, { landlord: 'code-2024' }));
      const other = await store.worklist({ ...day, landlord: 'code-2024' });
      expect(other.items.map(({ reference }) => reference)).toEqual([referenceNumber(2)]);
      expect((await store.worklist(day)).items).toHaveLength(1);
      expect((await store.worklist({ ...day, landlord: 'nobody' })).items).toEqual([]);
    });

    it('has apart what is closed or withdrawn and owes nothing, to which a complaint moves', async () => {
      const store = await makeStore();
      const { stored } = newComplaint(1);
      await store.receive(newComplaint(1));
      await store.receive(complaintWith(2, { status: 'withdrawn', obligations: [] }));
      await store.receive(complaintWith(3, { status: 'acknowledged' }));
      const listed = async (open: boolean) =>
        (await store.worklist({ ...day, open })).items.map(({ reference }) => reference);
      expect(await listed(true)).toEqual([referenceNumber(1), referenceNumber(3)]);
      expect(await listed(false)).toEqual([referenceNumber(2)]);
      const complaint = { ...stored.complaint, status: 'closed' as const, obligations: [] };
      await store.commit(changeTo(stored, { stored: { ...stored, complaint, version: 2 } }));
      expect(await listed(true)).toEqual([referenceNumber(3)]);
      expect(await listed(false)).toEqual([referenceNumber(1), referenceNumber(2)]);
    });

    it('keeps what is closed and still owes something', async () => {
      const store = await makeStore();
      await store.receive(complaintWith(1, { status: 'closed' }));
      expect((await store.worklist(day)).items).toMatchObject([
        { status: 'closed', nextDueOn: '2027-01-04' },
      ]);
      expect((await store.worklist({ ...day, open: false })).items).toEqual([]);
    });

    it('comes next due first, in pages that leave nothing out and repeat nothing', async () => {
      const store = await makeStore();
      const days = ['2027-01-07', '2026-12-31', '2027-01-05', '2027-01-05', '2027-01-04', '2027-01-05'];
      for (const [number, text] of days.entries()) await store.receive(dueOn(number, text));
      const inOrder = [1, 4, 2, 3, 5, 0].map(referenceNumber);
      expect(await readPages(store, 100)).toEqual([inOrder]);
      expect(await readPages(store, 6)).toEqual([inOrder]);
      expect(await readPages(store, 4)).toEqual([inOrder.slice(0, 4), inOrder.slice(4)]);
      expect(await readPages(store, 1)).toEqual(inOrder.map((reference) => [reference]));
      expect(await readPages(store, 5)).toEqual([inOrder.slice(0, 5), inOrder.slice(5)]);
    });
  });
}
