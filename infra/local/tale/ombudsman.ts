import type { People } from './people.ts';
import type { Teller } from './teller.ts';

/** What the Ombudsman asks, finds and orders, up to the close. */
export async function tellOmbudsman(teller: Teller, { leila, marta, jonas }: People): Promise<void> {
  const ombudsman = 'housing-ombudsman';
  await teller.act('2027-04-01', '10:00', 'The Ombudsman asks for the records of the calls.');
  await teller.change(marta, 'ombudsman', {
    step: 'request',
    ombudsman,
    text: 'Send the records of all calls from December on.',
    dueOn: '2027-04-15',
  });
  await teller.owed(jonas);
  await teller.act('2027-04-08', '10:00', 'Jonas sends them.');
  await teller.change(jonas, 'ombudsman', {
    step: 'answered',
    request: 'request-1',
    evidence: 'Sent by the Ombudsman’s portal, case 202700001.',
  });
  await teller.act('2027-04-29', '15:00', 'Leila has checked the lock for the last time.');
  await teller.change(leila, 'actions/action-1/completion', { evidence: 'Visited: it locks.' });

  await teller.act('2027-05-05', '10:00', 'The Ombudsman finds maladministration, and orders £200.');
  await teller.change(marta, 'ombudsman', {
    step: 'determination',
    ombudsman,
    findings: [
      { point: 'point-2', determination: 'maladministration' },
      { point: 'complaint-handling', determination: 'reasonable-redress' },
    ],
    orders: [
      { binding: true, description: 'Pay the resident £200.', dueOn: '2027-06-02' },
      { binding: false, description: 'Review how messages are dealt with.', dueOn: '2027-06-30' },
    ],
  });
  await teller.owed(jonas);
  await teller.act('2027-05-28', '11:00', 'It is paid.');
  await teller.change(marta, 'ombudsman', {
    step: 'order-met',
    order: 'order-1',
    evidence: 'Bank transfer of 28 May.',
  });
  await teller.act('2027-06-24', '11:00', 'The review is done, and Jonas closes the complaint.');
  await teller.change(marta, 'ombudsman', {
    step: 'order-met',
    order: 'order-2',
    evidence: 'Report to the board of 22 June.',
  });
  await teller.change(jonas, 'closure', { reason: 'Everything that was promised and ordered is done.' });
  const { obligations } = await teller.read(marta);
  teller.say('');
  teller.say('What was promised:');
  teller.promises(obligations);
}
