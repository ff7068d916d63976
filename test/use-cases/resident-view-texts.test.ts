import { describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { statuses } from '../../shared/domain/statuses.ts';
import { describeForResident } from '../../shared/use-cases/resident-view.ts';
import { complaintWith, ref } from '../support/complaint-parts.ts';
import { fullAtStage2, fullComplaint } from '../support/resident-view.ts';
import { at, contextAt, date } from '../support/rules.ts';

const view = (complaint: Complaint, texts = new Map<string, string>()) =>
  describeForResident(complaint, texts, [], contextAt('2026-12-24T12:00:00Z'));

/** Every name of a text that a complaint holds, wherever it stands. */
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('id' in value && 'hash' in value) return [String(value.id)];
  return Object.values(value).flatMap(textsIn);
}

function shownOf(complaint: Complaint): string[] {
  const ids = textsIn(complaint);
  const texts = new Map(ids.map((id) => [id, `CANARY<${id}>`]));
  const written = JSON.stringify(view(complaint, texts));
  return ids.filter((id) => written.includes(`CANARY<${id}>`)).sort();
}

const told = [
  'adjustment-note',
  'exclusion-reasons',
  'issue',
  'message',
  'offer-reason',
  'refusal-reasons',
  'restriction-reason',
];
const extended = ['extension-reason', 'extension-good-reason'];
const understood = ['definition', 'outcome-sought'];
const answered = ['reasons', 'remedy', 'action'];
const never = [
  ...['returned', 'contractor-address', 'question', 'answer', 'question-2', 'note'],
  ...[
    'exclusion-evidence',
    'exclusion-discretion',
    'claim',
    'root-cause',
    'lesson',
    'changed-practice',
    'request',
    'order',
  ],
  ...['disability', 'ended-adjustment', 'equality-act', 'equality-act-before', 'lifted-restriction'],
  'supporter',
];
const atStage2 = ['escalation-reasons', 'reasons-1', 'remedy-1', 'action'];

describe('the texts that a resident sees', () => {
  it('are tried with every text that a complaint holds', () => {
    expect(textsIn(fullComplaint()).sort()).toEqual(
      [...told, ...extended, ...understood, ...answered, ...never].sort(),
    );
    expect(textsIn(fullAtStage2()).sort()).toEqual(
      [
        ...told,
        ...extended,
        ...understood,
        ...answered,
        ...never,
        'returned-2',
        ...atStage2.filter((id) => id !== 'action'),
      ].sort(),
    );
  });

  it('are none that define the complaint before it is acknowledged', () => {
    const { acknowledgedAt: _, ...received } = fullComplaint({ status: 'received' });
    expect(shownOf(received)).toEqual([...told, ...extended].sort());
  });

  it('are the definition but neither findings, reasons, remedy nor actions while it is acknowledged', () => {
    const complaint = fullComplaint();
    expect(shownOf(complaint)).toEqual([...told, ...extended, ...understood].sort());
    expect(JSON.stringify(view(complaint))).not.toContain('partly-upheld');
  });

  it('are the answer too once it was given, before or after it is closed', () => {
    const respondedOn = date('2027-01-15');
    for (const status of ['responded', 'closed'] as const)
      expect(shownOf(fullComplaint({ status, respondedOn }))).toEqual(
        [...told, ...extended, ...understood, ...answered].sort(),
      );
  });

  it.each(['closed', 'withdrawn'] as const)('are no draft where it was %s without an answer', (status) => {
    const complaint = fullComplaint({ status });
    expect(shownOf(complaint)).toEqual([...told, ...extended, ...understood].sort());
    expect(JSON.stringify(view(complaint))).not.toContain('partly-upheld');
  });

  it('are at stage 2 those of stage 1 alone, until that is answered too', () => {
    const { acknowledgedAt: _, ...received } = fullAtStage2({ status: 'received' });
    for (const complaint of [received, fullAtStage2()]) {
      expect(shownOf(complaint)).toEqual([...told, ...understood, ...atStage2].sort());
      expect(JSON.stringify(view(complaint))).not.toContain('partly-upheld');
    }
    const respondedOn = date('2027-02-10');
    expect(shownOf(fullAtStage2({ status: 'responded', respondedOn }))).toEqual(
      [...told, ...understood, ...atStage2, 'reasons', 'remedy'].sort(),
    );
  });

  it('are at stage 2 no draft of stage 1 where that was never answered', () => {
    const { respondedOn: _, ...stage1 } = fullAtStage2().stage1 ?? { status: 'acknowledged' as const };
    const complaint = fullAtStage2({ stage1 });
    expect(shownOf(complaint)).toEqual([...told, ...understood, 'escalation-reasons'].sort());
    expect(JSON.stringify(view(complaint))).not.toContain('not-upheld');
  });

  it.each(statuses)('name nobody on the staff and no work of theirs while %s', (status) => {
    const respondedOn = date('2027-01-15');
    const wholes = [fullComplaint, fullAtStage2].flatMap((full) => [
      full({ status }),
      full({ status, respondedOn }),
    ]);
    for (const written of wholes.map((each) => JSON.stringify(view(each))))
      for (const hidden of secrets) expect(written).not.toContain(hidden);
  });

  it('that were erased are said to be kept no longer', () => {
    const messages = [{ id: 'message-1', sentAt: at('2027-01-06T12:00:00Z'), text: ref('message') }];
    expect(view(complaintWith({ messages })).messages).toEqual([
      { id: 'message-1', text: 'This text is no longer kept.', sentOn: '2027-01-06', read: false },
    ]);
  });
});

const secrets = [
  ...['secret', 'handler-1', 'wants-stage-2', 'contribution', 'message-triage', '"contact"'],
  ...['considered-before', 'would-delay', 'practice-changed', 'distress-and-inconvenience'],
  ...['learning', 'ombudsman-request', 'ombudsman-order', 'service-failure', 'complaint-handling'],
];
