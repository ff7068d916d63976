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
  const spoken = { complainant: { name: canary('name') }, description: canary('description') };
  const asked = { landlord: 'day-zero', channel: 'phone', complainant: spoken.complainant };
  const record = { safeContact: { note: canary('safe-contact') }, disabilities: [canary('disability')] };
  const session = { headers: { authorization: `Bearer ${canary('session')}` } };
  const day = { change: 'added', nation: 'scotland', date: '2027-01-05', name: canary('day') };
  const row = { id: canary('row'), channel: 'letter', receivedOn: canary('received'), ...spoken };
  const requests: [RouteName, Sent][] = [
    ['logComplaint', sent({ ...whole, landlord: 'day-zero', channel: 'letter' }, 0)],
    ['addPoints', sent({ points: [{ definition: canary('definition'), responsible: true }] }, 1)],
    ['correct', sent({ complainant: { name: canary('name') }, reason }, 2)],
    ['noteContact', sent({ how: 'phone', reached: true, note: canary('note') }, 9)],
    ['askResident', sent({ question: canary('clarification') }, 3)],
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
    ['forecast', { staff, query: { landlord: 'day-zero', on: canary('on') } }],
    ['readComplaint', { staff: { ...staff, roles: [canary('role')] }, params }],
    ['addPerson', sent(person, 0)],
    ['changePerson', sent({ ...person, name: `${canary('name')}\n` }, 0)],
    ['readWorklist', { staff, query: { landlord: 'day-zero', handler: canary('handler') } }],
    ['addCalendarVersion', sent({ basedOn: 1, changes: [day], reason }, 0)],
    ['addCalendarVersion', sent({ basedOn: 1, changes: [{ ...day, date: canary('date') }], reason }, 0)],
    ['applyCalendar', sent({ version: canary('version'), tellResidents: true }, 0)],
    ['previewCalendar', { staff, query: { version: canary('version'), after: canary('after') } }],
    ['declareConflict', sent({ person: canary('interested'), reason }, 7)],
    ['recordConsent', sent({ consent: 'given', evidence: canary('evidence') }, 7)],
    ['instructCopies', sent({ party: canary('party'), copies: 'answers', note: canary('note') }, 7)],
    ['leaveComplaint', sent({ party: canary('party'), reason }, 7)],
    ['merge', sent({ other: canary('other'), reason }, 7)],
    ['link', sent({ other: 'K7QF2-9XW48', because: canary('because') }, 7)],
    ['triage', sent({ unobtainable: canary('unobtainable') }, 7)],
    ['sendCompliment', { body: { ...asked, text: canary('praise'), about: canary('about') } }],
    ['sendCompliment', { body: { text: canary('praise'), about: canary('about') } }],
    ['logServiceRequest', sent({ ...asked, text: canary('request') }, 0)],
    ['logSurveyFeedback', sent({ landlord: canary('landlord'), text: canary('survey') }, 0)],
    ['passComplimentOn', sent({ person: canary('praised') }, 1)],
    ['importComplaints', sent({ rows: [row], dryRun: false }, 0)],
    ['findResidents', { staff, query: { surname: canary('surname') } }],
    ['keepResidentRecord', sent(record, 0, { params: { resident: canary('resident') } })],
    ['contribute', { body: { link: canary('link'), answer: canary('answer') } }],
  ];
  return requests.map(([name, each]) => buildEvent(name, each));
}
