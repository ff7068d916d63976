import { expect, it } from 'vitest';
import { carryOut, complaintReceived, handler, owedBy, textRef } from '../../support/complaints.ts';

it('a complaint opened again after a withdrawal has the Code’s own date too, where the policy’s is stricter: seed 003', () => {
  const received = complaintReceived({
    receivedAt: '2026-12-23T15:00:00Z',
    landlord: 'counted-from-receipt',
  });
  const withdrawn = carryOut(received, { type: 'Withdraw' }, '2026-12-24T10:00:00Z').complaint;
  const { complaint } = carryOut(
    withdrawn,
    { type: 'Reopen', by: handler, reason: textRef(6) },
    '2027-01-04T10:00:00Z',
  );
  expect(owedBy(complaint, 'stage-1-response')).toMatchObject({
    dueOn: '2027-01-18',
    codeDueOn: '2027-01-25',
  });
});
