import { describeDate } from '../../domain/civil-date.ts';
import type { Tellers } from './telling.ts';

/** What is not taken on, and what passes between an Ombudsman and us. */
export const ombudsman = {
  UnknownOmbudsman: ({ known }) => ({
    field: 'ombudsman',
    detail: `must be an Ombudsman of this landlord: ${known.join(', ')}`,
  }),
  UnknownGround: ({ known }) => ({
    field: 'ground',
    detail: `must be an exclusion of this landlord’s policy: ${known.join(', ')}`,
    clause: '2.4',
  }),
  UnknownRequest: () => ({ field: 'request', detail: 'must be a request of an Ombudsman on this complaint' }),
  RequestAnsweredAlready: ({ on }) => ({
    detail: `This request was answered already, on ${describeDate(on)}.`,
  }),
  UnknownOrder: () => ({ field: 'order', detail: 'must be an order of an Ombudsman on this complaint' }),
  OrderMetAlready: ({ on }) => ({ detail: `This order was met already, on ${describeDate(on)}.` }),
} as const satisfies Partial<Tellers>;
