import type { LocalStack } from '../stack.ts';
import { tellOmbudsman } from './ombudsman.ts';
import { gatherPeople, type People } from './people.ts';
import { createResident } from './resident.ts';
import type { SharedClock } from './shared-clock.ts';
import { tellStage1 } from './stage-1.ts';
import { tellStage2 } from './stage-2.ts';
import { Teller } from './teller.ts';

/**
 * One complaint from the form to what the Ombudsman orders, told through the API and the inbox, which is all that anybody
 * has. Its days suit every landlord, so that their tales can be told at the same time.
 */

export const taleBegins = '2026-12-23T15:00:00Z';

/** Who was told about, for whoever wants to look further. */
export interface Told {
  landlord: string;
  reference: string;
  people: People;
}

export async function tellTale(
  landlord: string,
  stack: LocalStack,
  clock: SharedClock,
  say: (line: string) => void,
): Promise<Told> {
  const teller = new Teller(stack, clock, say);
  try {
    const { reference, resident } = await receive(teller, landlord);
    const people = await gatherPeople(teller, landlord);
    await tellStage1(teller, people, resident, landlord);
    await tellStage2(teller, people, resident);
    await tellOmbudsman(teller, people);
    say('');
    say(`In all ${teller.mails().length} mails were sent about ${reference}.`);
    return { landlord, reference, people };
  } finally {
    clock.leave();
  }
}

/** What the resident does: their complaint, and how they get at it again. */
async function receive(teller: Teller, landlord: string) {
  await teller.act('2026-12-23', '15:00', `Sam Okafor sends a complaint to ${landlord}:`);
  const complaint = {
    complainant: { name: 'Sam Okafor', email: `sam.okafor@${landlord}.example` },
    description:
      'The communal door has been broken for three weeks and anybody can walk in. Nobody calls back when I ring about it.',
  };
  teller.quote(complaint.description);
  const answer = await teller.post(`/landlords/${landlord}/complaints`, complaint, 201);
  teller.about(answer.reference);
  teller.say(`  The API answers with the reference ${answer.reference} and these promises:`);
  teller.promises(answer.obligations);
  return { reference: answer.reference as string, resident: createResident(teller, answer.reference) };
}
