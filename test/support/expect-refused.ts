import { expect } from 'vitest';
import { type Api, type Sent, startApi } from './http.ts';
import { refusalOf } from './http-answer.ts';
import { withValueAt } from './intake-fields.ts';

/** Sends a body with one value put in its place, and expects that its field is named and nothing written. */
export async function expectRefused(path: string, value: unknown, fields = [path]): Promise<void> {
  const api = startApi();
  const answer = await api.complain({ body: withValueAt(path, value), headers: { 'idempotency-key': 'k' } });
  expect(refusalOf(answer)).toEqual({ status: 400, type: '/problems/invalid-request', fields });
  await expectNothingStored(api);
}

export async function expectNothingStored(api: Api): Promise<void> {
  expect(api.writes).toEqual([]);
  expect(await api.stored()).toEqual([]);
}

/** Sends a request as it is, and expects that status, kind and fields, and nothing written. */
export async function expectAnswer(
  sent: Sent,
  status: number,
  type: string,
  fields: string[],
): Promise<void> {
  const api = startApi({ served: ['day-zero', 'code-2024'] });
  expect(refusalOf(await api.complain(sent))).toEqual({ status, type: `/problems/${type}`, fields });
  await expectNothingStored(api);
}
