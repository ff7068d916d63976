import type { People } from './people.ts';
import type { Resident } from './resident.ts';
import type { Teller } from './teller.ts';

/** Stage 2 for one point of two, decided by somebody else, with an extension. */
export async function tellStage2(teller: Teller, people: People, resident: Resident): Promise<void> {
  const { leila, marta, jonas } = people;
  await teller.act('2027-02-03', '18:00', 'Sam follows his link and asks for stage 2, for the calls alone.');
  const session = await resident.signIn();
  const seen = await resident.look(session);
  const asked = await teller.post(
    `/complaints/${resident.reference}/escalation`,
    { points: [seen.points[1].id] },
    201,
    session,
  );
  teller.promises(asked.obligations);

  await teller.act('2027-02-04', '10:00', 'Marta tries to give it to Leila again:');
  await teller.refused(marta, 'assignment', { handler: leila.id });
  teller.say('  So she gives it to Jonas.');
  await teller.change(marta, 'assignment', { handler: jonas.id });
  await teller.act('2027-02-05', '10:00', 'Jonas acknowledges it.');
  await teller.change(jonas, 'acknowledgement', {});
  await teller.owed(jonas);

  await teller.act('2027-03-04', '10:00', 'The phone records are late, so Jonas puts the answer off.');
  await teller.change(jonas, 'extension', {
    newDueOn: '2027-03-18',
    reason: 'Our phone company has not sent the records yet.',
  });
  await teller.act('2027-03-12', '11:00', 'Jonas phones Sam, and writes his answer.');
  await teller.change(jonas, 'contact-notes', {
    how: 'phone',
    reached: true,
    note: 'Sam says that he left three messages.',
  });
  await teller.change(jonas, 'draft', {
    outcomes: [
      {
        point: 'point-2',
        finding: 'upheld',
        reasons: 'The records show three messages that nobody listened to.',
        remedy: { text: 'We say sorry, and somebody listens to messages every day.' },
        remedies: ['apology', 'practice-changed'],
      },
    ],
  });
  await teller.act('2027-03-15', '10:00', 'He tries to send it:');
  await teller.refused(jonas, 'response', {});
  await teller.change(jonas, 'actions/action-1/updates', {
    note: 'The lock was checked in February and in March, and works.',
  });
  teller.say('  He says what became of the checks, and sends it.');
  await teller.change(jonas, 'response', {});
  await teller.change(jonas, 'learning', { point: 'point-2', lesson: 'Messages are listened to every day.' });
}
