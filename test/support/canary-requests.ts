import type { RouteName } from '../../shared/contracts/routes.ts';
import { buildEvent, type Sent } from './http.ts';

/** What staff and contributors send, with a canary in every place where one can write something. */
export function buildStaffEvents(canary: (place: string) => string, whole: object) {
  const staff = { id: canary('sub'), roles: ['manager', 'administrator'], landlords: ['day-zero'] };
  const params = { reference: 'the last one', action: canary('action'), id: canary('id') };
  let keys = 0;
  const sent = (body: object, version: number, change: Sent = {}): Sent => ({
    ...{ staff, params, body },
    headers: { 'idempotency-key': canary(`key-${++keys}`), 'if-match': `"${version}"` },
    ...change,
  });
  const person = {
    ...{ id: canary('person'), name: canary('name'), email: `${canary('email')}@example.com` },
    ...{ teams: [], leads: [], landlords: ['day-zero'], leave: [], disabled: false },
  };
  const reason = canary('reason');
  const issue = { issue: canary('issue'), responsible: true, related: false, wouldDelay: false };
  const adjustment = { step: 'agree', kind: 'other', note: canary('note'), disability: canary('disability') };
  const offer = { step: 'offer', pence: 100, for: canary('purpose'), reason };
  const session = { headers: { authorization: `Bearer ${canary('session')}` } };
  const day = { change: 'added', nation: 'scotland', date: '2027-01-05', name: canary('day') };
  const requests: [RouteName, Sent][] = [
    ['logComplaint', sent({ ...whole, landlord: 'day-zero', channel: 'letter' }, 0)],
    ['addPoints', sent({ points: [{ definition: canary('definition'), responsible: true }] }, 1)],
    ['correct', sent({ complainant: { name: canary('name') }, reason }, 2)],
    ['noteContact', sent({ how: 'phone', reached: true, note: canary('note') }, 9)],
    ['completeAction', sent({ evidence: canary('evidence') }, 3)],
    ['assign', sent({ handler: canary('handler') }, 3)],
    ['withdraw', sent({ reason, [canary('unknown')]: canary('value') }, 3)],
    ['close', sent({ reason }, 3, { headers: { [canary('header')]: canary('value') } })],
    ['nameSupporter', sent({ supporter: canary('supporter') }, 3)],
    ['adjust', sent(adjustment, 4)],
    ['raiseIssue', sent(issue, 5)],
    ['escalate', sent({ points: [canary('point')], reasons: reason }, 6)],
    ['compensate', sent(offer, 6)],
    ['answerOmbudsman', sent({ step: canary('step'), text: canary('text') }, 6)],
    ['escalateComplaint', { params, ...session, body: { reasons: reason } }],
    ['readDepartures', { staff, landlord: canary('landlord') }],
    ['readComplaint', { staff: { ...staff, roles: [canary('role')] }, params }],
    ['addPerson', sent(person, 0)],
    ['changePerson', sent({ ...person, name: `${canary('name')}\n` }, 0)],
    ['readWorklist', { staff, query: { landlord: 'day-zero', handler: canary('handler') } }],
    ['addCalendarVersion', sent({ basedOn: 1, changes: [day], reason }, 0)],
    ['addCalendarVersion', sent({ basedOn: 1, changes: [{ ...day, date: canary('date') }], reason }, 0)],
    ['applyCalendar', sent({ version: canary('version'), tellResidents: true }, 0)],
    ['previewCalendar', { staff, query: { version: canary('version'), after: canary('after') } }],
    ['contribute', { body: { link: canary('link'), answer: canary('answer') } }],
  ];
  return requests.map(([name, each]) => buildEvent(name, each));
}
