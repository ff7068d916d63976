import { expect, it } from 'vitest';
import { staffId } from '../../shared/domain/staff.ts';
import { handleUntilStored } from '../../shared/use-cases/handle-command.ts';
import { postLetter } from '../../shared/use-cases/post-letter.ts';
import { textRef } from '../support/complaints.ts';
import { person } from '../support/people.ts';
import { World } from '../support/world.ts';

it('a letter is posted also where a text of it was erased, of which nothing is left to vouch for it', async () => {
  const world = new World('2026-12-23T15:00:00Z');
  const by = staffId('milo');
  await world.register.save(person(by));
  const complainant = { name: 'Sam Okoro', address: '5 Elm Road, Northtown TV1 1AA' };
  const reference = await world.receiveOne({ complainant });
  const update = { type: 'GiveUpdate', by, text: textRef(3) } as const;
  await handleUntilStored(world.ports, reference, update, { type: 'staff', id: by }, world.now);
  const { register, ports } = world;
  const posted = await postLetter(
    { ...ports, register, served: new Set(['day-zero']) },
    {
      token: { id: by, name: undefined, email: undefined, roles: ['manager'], landlords: ['day-zero'] },
      key: { scope: 'staff#milo', key: 'key-1' },
      requestHash: 'hash',
      answer: () => ({ status: 200, body: '{}' }),
      ...{ landlord: 'day-zero', name: `${reference}_update_2`, happenedAt: undefined, evidence: undefined },
    },
  );
  expect(posted).toEqual({ type: 'answered', status: 200, body: '{}' });
  const given = await world.notice(reference, 'update_2');
  expect([given.status, given.contentHash]).toEqual(['given', undefined]);
});
