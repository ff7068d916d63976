import { openObligations } from '../domain/complaint.ts';
import { isProvisional } from '../domain/provisional.ts';
import type { PreviewPorts } from './preview-recount.ts';

const pageSize = 100;

/**
 * How many open dates of a landlord are provisional, in a sentence; nothing where there are none.
 *
 * @param until how many complaints are looked at, and whether there is time for more
 */
export async function sayProvisional(
  { store }: Pick<PreviewPorts, 'store'>,
  landlord: string,
  until: { most: number; hasTime: () => boolean },
): Promise<string> {
  let [dates, complaints, looked] = [0, 0, 0];
  let after: string | undefined;
  do {
    const { items, more } = await store.worklist({ landlord, open: true, after, limit: pageSize });
    for (const { reference } of items) {
      const stored = await store.load(reference);
      const provisional = stored ? openObligations(stored.complaint).filter(isProvisional).length : 0;
      dates += provisional;
      if (provisional > 0) complaints += 1;
    }
    looked += items.length;
    after = more ? items.at(-1)?.after : undefined;
  } while (after !== undefined && looked < until.most && until.hasTime());
  if (dates === 0) return '';
  const among =
    after === undefined ? count(complaints, 'open complaint') : `the first ${looked} open complaints`;
  return `${count(dates, 'date')} on ${among} ${dates === 1 ? 'is' : 'are'} provisional.`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
