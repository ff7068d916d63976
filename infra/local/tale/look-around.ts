import { describeDate } from '../../../shared/domain/civil-date.ts';
import { expectStatus } from '../staff-client.ts';
import type { People } from './people.ts';
import type { Resident } from './resident.ts';
import type { Teller } from './teller.ts';

/** What each of them sees of the complaint at the same moment. */
export async function lookAround(
  teller: Teller,
  { leila, marta }: People,
  resident: Resident,
  landlord: string,
): Promise<void> {
  teller.say('');
  teller.say('  What Leila sees of it:');
  await teller.owed(leila);
  const { complaints } = await expectStatus(await marta.get(`/staff/complaints?landlord=${landlord}`), 200);
  teller.say('  What Marta sees on the worklist:');
  for (const each of complaints)
    teller.say(
      `    ${each.reference}  stage ${each.stage}, ${each.status}, next due ${describeDate(each.nextDueOn)}, ${each.handler}`,
    );
  teller.say('  Sam asks for a link, follows it, and sees:');
  const view = await resident.look(await resident.signIn());
  teller.say(`    ${view.standing}`);
  for (const { what, explanation } of view.next) teller.say(`    ${what} ${explanation}`);
  if (view.canEscalate) teller.say(`    ${view.canEscalate.note}`);
  teller.say('  Somebody without a token sees:');
  const stranger = await teller.stack.request(`/staff/complaints/${resident.reference}`);
  teller.say(`    ${stranger.status} ${await stranger.text()}`);
}
