import {
  createStaffClient,
  expectStatus,
  type Member,
  type StaffClient,
} from '../../infra/local/staff-client.ts';
import type { JourneyStack } from './local-stack.ts';

/** People of `day-zero` who can be asked to do something, and one who serves another landlord. */
export const members = {
  leila: { name: 'Leila Haddad', roles: ['handler'], landlords: ['day-zero'] },
  owen: { name: 'Owen Pritchard', roles: ['handler'], landlords: ['day-zero'] },
  marta: { name: 'Marta Nowak', roles: ['manager'], landlords: ['day-zero'] },
  ruth: { name: 'Ruth Adeyemi', roles: ['reporter'], landlords: ['day-zero'] },
  ian: { name: 'Ian Brennan', roles: ['administrator'], landlords: ['day-zero'] },
  una: { name: 'Una Fraser', roles: ['manager'], landlords: ['code-2024'] },
} as const;
export type MemberName = keyof typeof members;
type Clients = Record<MemberName, StaffClient>;

export const addressOf = (name: MemberName) => `${name}@larkfield-homes.example`;

/** Tokens for everybody, and the register as an administrator keeps it: Marta leads the team of Leila and Owen. */
export async function gatherStaff(stack: JourneyStack): Promise<Clients> {
  const clients = Object.entries(members).map(([name, member]) => [
    name,
    createStaffClient(stack, { ...member, email: addressOf(name as MemberName) } satisfies Member),
  ]);
  const staff = Object.fromEntries(clients) as Clients;
  for (const name of ['leila', 'owen', 'marta'] as const) {
    const added = await staff.ian.send('POST', '/staff/people', {
      id: addressOf(name),
      name: members[name].name,
      email: addressOf(name),
      teams: ['north'],
      leads: name === 'marta' ? ['north'] : [],
      landlords: ['day-zero'],
      leave: [],
      disabled: false,
    });
    await expectStatus(added, 201);
  }
  return staff;
}

/** Acknowledges a complaint with one point, which makes the landlord answerable for it. */
export async function acknowledge(client: StaffClient, reference: string, body: object = {}) {
  const point = {
    definition: 'The communal door has been broken for three weeks.',
    outcomeSought: 'A door that locks.',
    responsible: true,
  };
  return expectStatus(await client.change(reference, 'acknowledgement', { points: [point], ...body }), 200);
}

export async function draftAnswer(client: StaffClient, reference: string) {
  const outcomes = [
    {
      point: 'point-1',
      finding: 'upheld',
      reasons: 'The repair was ordered twice and cancelled twice.',
      remedy: { text: 'We have fitted a new lock and pay you £50.' },
    },
  ];
  return expectStatus(await client.change(reference, 'draft', { outcomes }), 200);
}
