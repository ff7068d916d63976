import { changedPersonBody, newPersonBody, peopleBody, personBody } from '../../shared/contracts/people.ts';
import { invalidRequest, type Problem, problem } from '../../shared/contracts/problems.ts';
import { type Staff, type StaffToken, staffFrom } from '../../shared/domain/authorization.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import type { Person } from '../../shared/domain/staff.ts';
import { staffId, staffIdPattern } from '../../shared/domain/staff.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { StaffRegister } from '../../shared/ports/staff-register.ts';
import { handOverWork } from '../../shared/use-cases/hand-over-work.ts';
import type { CommandPorts } from '../../shared/use-cases/handle-command.ts';
import {
  addPerson,
  changePerson,
  listPeople,
  type PeopleRefusal,
} from '../../shared/use-cases/keep-people.ts';
import type { HttpAnswer } from '../middleware/http.ts';
import { notAllowed, readBody, readKey, readVersion, type StaffHandler } from './requests.ts';

export interface PeoplePorts extends CommandPorts {
  register: StaffRegister;
  clock: Clock;
}

export function createPeopleHandlers(ports: PeoplePorts) {
  const { register } = ports;
  const keeperOf = async (token: StaffToken) => staffFrom(token, await register.read(token.id));
  return {
    listPeople: async (token) => {
      const listed = await listPeople(register, await keeperOf(token));
      if (listed.type === 'refused') return refused(listed.refusal);
      return { status: 200, body: JSON.stringify(peopleBody.parse({ people: listed.people })) };
    },
    addPerson: async (token, request) => {
      const key = readKey(request);
      if ('problem' in key) return key.problem;
      const body = readBody(newPersonBody, request);
      if ('problem' in body) return body.problem;
      const { id, ...details } = body.value;
      const result = await addPerson(register, await keeperOf(token), id, details);
      return result.type === 'stored' ? answer(201, result.person) : refused(result.refusal);
    },
    changePerson: async (token, request) => {
      const revision = readVersion(request);
      if ('problem' in revision) return revision.problem;
      const body = readBody(changedPersonBody, request);
      if ('problem' in body) return body.problem;
      const { id = '' } = request.params;
      if (!staffIdPattern.test(id)) return refused({ type: 'UnknownPerson' });
      const keeper = await keeperOf(token);
      const result = await changePerson(register, keeper, staffId(id), revision.value, body.value);
      if (result.type === 'refused') return refused(result.refusal);
      const left = result.person.disabled ? await leave(ports, result.person, keeper) : [];
      return answer(200, result.person, left);
    },
  } as const satisfies Record<string, StaffHandler>;
}

/** What a leaver owes moves on the day; sent again, the request goes on where it was cut off. */
async function leave(ports: PeoplePorts, leaver: Person, { id: by, landlords }: Staff): Promise<Reference[]> {
  const people = await ports.register.list();
  const work = { leaver, by, landlords, people };
  const { withoutLeader } = await handOverWork(ports, work, ports.clock());
  return withoutLeader;
}

function answer(status: 200 | 201, person: Person, left: Reference[] = []): HttpAnswer {
  const body = personBody.parse({ ...person, ...(left.length > 0 && { workLeft: left }) });
  return { status, body: JSON.stringify(body), version: person.revision };
}

function refused(refusal: PeopleRefusal): Problem {
  switch (refusal.type) {
    case 'NotAllowed':
      return notAllowed(refusal.denied);
    case 'UnknownPerson':
      return problem(
        'unknown-person',
        'Check the id, which is the subject of the person’s token, or add them.',
      );
    case 'StaleRevision':
      return {
        ...problem('stale', 'Read the person again and base the change on it; nothing was stored.'),
        currentVersion: refusal.current.revision,
      };
    case 'PersonExists':
      return {
        ...problem('refused', 'Somebody of this id is in the register; change them instead.'),
        refusal: 'PersonExists',
      };
    case 'DisablesSelf':
      return {
        ...problem(
          'refused',
          'You cannot disable yourself, so that somebody who may keep the register is always left; ask another administrator.',
        ),
        refusal: 'DisablesSelf',
      };
    case 'CoverIsSelf':
      return invalidRequest([{ field: 'cover', detail: 'must be somebody else' }]);
    case 'CoverUnknown':
      return invalidRequest([{ field: 'cover', detail: 'must be in the staff register; add them first' }]);
    case 'CoverDisabled':
      return invalidRequest([{ field: 'cover', detail: 'must not be disabled' }]);
    case 'CoverServesTooFew':
      return invalidRequest([
        {
          field: 'cover',
          detail: `must serve every landlord of the person; still missing: ${refusal.missing.join(', ')}`,
        },
      ]);
  }
}
