import { describeDate } from '../../domain/civil-date.ts';
import type { Tellers } from './telling.ts';

/** What follows an answer. */
export const afterAnswer = {
  ActionEnded: () => ({ detail: 'This action is no longer owed.' }),
  UnknownOffer: () => ({ field: 'offer', detail: 'must be an offer on this complaint' }),
  OfferSettled: ({ state }) => ({ detail: `This offer was ${state} already; make another one.` }),
  OfferNotAccepted: () => ({
    detail: 'The resident has not accepted this offer; record that they do before it is paid.',
  }),
  AreaMissing: () => ({
    field: 'area',
    detail: 'must name the team whose service went wrong, which decides under this landlord’s policy',
  }),
  AreaDecides: ({ area }) => ({
    detail: `Under this landlord’s policy the team ${area} decides on this offer; somebody of it must make it.`,
  }),
  GoesToInsurer: () => ({
    field: 'for',
    detail: 'cannot be personal-injury: pass the claim on to the insurer',
  }),
  UnknownHandover: () => ({ field: 'handover', detail: 'must be a handover of this complaint' }),
  HandedOverAlready: ({ on }) => ({ detail: `This was handed over already, on ${describeDate(on)}.` }),
} as const satisfies Partial<Tellers>;
