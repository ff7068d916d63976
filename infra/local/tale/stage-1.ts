import { lookAround } from './look-around.ts';
import type { People } from './people.ts';
import type { Resident } from './resident.ts';
import type { Teller } from './teller.ts';

/** Stage 1 with an extension, an action that is promised, and money that is offered and paid. */
export async function tellStage1(
  teller: Teller,
  people: People,
  resident: Resident,
  landlord: string,
): Promise<void> {
  const { leila, marta } = people;
  await teller.act('2026-12-24', '10:00', 'Marta gives it to Leila.');
  await teller.change(marta, 'assignment', { handler: leila.id });

  await teller.act('2026-12-30', '10:00', 'Leila acknowledges it, in words of her own.');
  const acknowledged = await teller.change(leila, 'acknowledgement', { points: pointsFor(landlord) });
  teller.promises(acknowledged.obligations);

  await teller.act('2027-01-11', '10:00', 'The lock is late, so Leila puts the answer off, with a reason.');
  await teller.change(leila, 'extension', {
    newDueOn: '2027-01-25',
    reason: 'The lock comes from abroad and has not arrived.',
  });
  await teller.until('2027-01-12', '09:30');
  await teller.owed(leila);

  await teller.act('2027-01-19', '14:00', 'Leila phones Sam and speaks with him.');
  await teller.change(leila, 'contact-notes', {
    how: 'phone',
    reached: true,
    note: 'The lock is fitted. Sam says that nobody has said sorry for the calls.',
  });

  await teller.act('2027-01-20', '10:00', 'Leila tries to send an answer without reasons:');
  await teller.refused(leila, 'response', {});
  teller.say(
    '  She writes down what she found, why, and what puts it right, and promises to check; then she sends it.',
  );
  await teller.change(leila, 'draft', { outcomes });
  await teller.change(leila, 'actions', {
    description: 'We check the lock every month until the end of April.',
    owner: leila.id,
    dueOn: '2027-04-30',
  });
  await teller.change(leila, 'response', {});

  await teller.until('2027-01-20', '10:30');
  await lookAround(teller, people, resident, landlord);

  await teller.act('2027-01-21', '11:00', 'Leila offers £50 for the weeks without a lock.');
  await teller.change(leila, 'compensation', {
    step: 'offer',
    pence: 5_000,
    for: 'service-failure',
    area: 'repairs',
    reason: 'You lived with a door that did not lock for five weeks.',
  });
  await teller.act('2027-01-25', '16:00', 'Sam says on the phone that he accepts it.');
  await teller.change(leila, 'compensation', { step: 'accepted', offer: 'offer-1' });
  await teller.owed(leila);
  await teller.act('2027-02-01', '11:00', 'Leila has it paid, and writes down what was learnt.');
  await teller.change(leila, 'compensation', {
    step: 'paid',
    offer: 'offer-1',
    evidence: 'Bank transfer of 1 February.',
  });
  await teller.change(leila, 'learning', {
    point: 'point-1',
    rootCause: 'Locks of this kind are not kept in stock.',
    lesson: 'Order parts on the day of the first report.',
  });
}

/** A council’s housing organisation says for each point which Ombudsman looks at it. */
function pointsFor(landlord: string) {
  const council = landlord === 'two-ombudsmen';
  return [
    {
      definition: 'The communal door does not lock, so that anybody can walk in.',
      outcomeSought: 'A door that locks.',
      responsible: true,
      ...(council && { ombudsmen: ['housing-ombudsman'] }),
    },
    {
      definition: 'Nobody called back.',
      responsible: true,
      ...(council && { ombudsmen: ['local-government-ombudsman'] }),
    },
  ];
}

const outcomes = [
  {
    point: 'point-1',
    finding: 'upheld',
    reasons: 'The repair was ordered twice and cancelled twice.',
    remedy: { text: 'A new lock is fitted.' },
    remedies: ['action', 'financial'],
  },
  {
    point: 'point-2',
    finding: 'not-upheld',
    reasons: 'Our records show one call, and that it was answered.',
    remedy: { none: true },
  },
];
