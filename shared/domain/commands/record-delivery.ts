import type { Failure } from '../complaint.ts';
import type { Decision } from '../decision.ts';
import type { NoticeKind } from '../notices.ts';

/** What became of a notice to the resident, whoever learnt of it first: the sender or SES's event. */
export interface RecordDelivery {
  type: 'RecordDelivery';
  notice: string;
  kind: NoticeKind;
  outcome: 'accepted' | 'delivered' | Failure;
}

export function recordDelivery({ notice, kind, outcome }: RecordDelivery): Decision {
  const about = { notice, kind };
  switch (outcome) {
    case 'accepted':
      return { type: 'Accepted', events: [{ type: 'NoticeAccepted', ...about }], notices: [] };
    case 'delivered':
      return { type: 'Accepted', events: [{ type: 'NoticeDelivered', ...about }], notices: [] };
    default:
      return {
        type: 'Accepted',
        events: [{ type: 'NoticeNotDelivered', ...about, why: outcome }],
        notices: [],
      };
  }
}
