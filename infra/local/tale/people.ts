import type { LocalStack } from '../stack.ts';
import { createStaffClient, expectStatus, type StaffClient } from '../staff-client.ts';
import type { Teller } from './teller.ts';

/** Who has a part in a tale, beside the resident. */
export interface People {
  /** handles stage 1 */
  leila: StaffClient;
  /** leads the team */
  marta: StaffClient;
  /** decides stage 2, and took no part in stage 1 */
  jonas: StaffClient;
}

const names = {
  leila: { name: 'Leila Haddad', role: 'handler', leads: [] },
  marta: { name: 'Marta Nowak', role: 'manager', leads: ['north'] },
  jonas: { name: 'Jonas Weber', role: 'handler', leads: [] },
} as const;

/** Puts everybody of a landlord into the register, each with a name of that landlord's own. */
export async function gatherPeople(teller: Teller, landlord: string): Promise<People> {
  const administrator = clientOf(teller.stack, landlord, 'ian', 'Ian Brennan', 'administrator');
  for (const [first, { name, leads }] of Object.entries(names)) {
    const row = {
      id: addressOf(first, landlord),
      name,
      email: addressOf(first, landlord),
      teams: ['north', 'repairs'],
      leads,
      landlords: [landlord],
      leave: [],
      disabled: false,
    };
    await expectStatus(await administrator.send('POST', '/staff/people', row), 201);
  }
  const client = (first: keyof typeof names) =>
    clientOf(teller.stack, landlord, first, names[first].name, names[first].role);
  teller.say(
    '  An administrator has put Leila Haddad, Jonas Weber and Marta Nowak, who leads them, into the register.',
  );
  return { leila: client('leila'), marta: client('marta'), jonas: client('jonas') };
}

function clientOf(
  stack: LocalStack,
  landlord: string,
  first: string,
  name: string,
  role: string,
): StaffClient {
  return createStaffClient(stack, {
    name,
    email: addressOf(first, landlord),
    roles: [role],
    landlords: [landlord],
  });
}

function addressOf(first: string, landlord: string): string {
  return `${first}@${landlord}.example`;
}
