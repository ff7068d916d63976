import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  actions,
  type Matter,
  mayDo,
  type Role,
  roles,
  type StaffToken,
  staffFrom,
} from '../../shared/domain/authorization.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { person, staff } from '../support/people.ts';

/** Written apart from the product: T for one's own, one's teams' and nobody's cases, A for all of the landlord's. */
const matrix = `
                        reporter handler manager approver senior-lead board-member auditor administrator
  log-complaint            A        A       A       -          A           -          -          -
  read-worklist            -        T       A       A          A           -          A          -
  read-complaint           -        T       A       A          A           -          A          -
  read-timeline            -        T       A       A          A           -          A          -
  read-notices             -        T       A       A          A           -          A          -
  assign                   -        T       A       -          A           -          -          -
  acknowledge              -        T       A       -          A           -          -          -
  add-points               -        T       A       -          A           -          -          -
  draft                    -        T       A       -          A           -          -          -
  approve                  -        -       -       A          A           -          -          -
  respond                  -        T       A       -          A           -          -          -
  extend                   -        T       A       A          A           -          -          -
  prepare-extension        -        T       A       -          A           -          -          -
  give-update              -        T       A       -          A           -          -          -
  give-notice              -        T       A       -          A           -          -          -
  note-contact             -        T       A       -          A           -          -          -
  record-correspondence    -        T       A       -          A           -          -          -
  ask-question             -        T       A       -          A           -          -          -
  ask-resident             -        T       A       -          A           -          -          -
  triage-message           -        T       A       -          A           -          -          -
  correct                  -        T       A       -          A           -          -          -
  withdraw                 -        T       A       -          A           -          -          -
  close                    -        T       A       -          A           -          -          -
  reopen                   -        T       A       -          A           -          -          -
  add-action               -        T       A       -          A           -          -          -
  update-action            -        T       A       -          A           -          -          -
  complete-action          -        T       A       -          A           -          -          -
  replace-action           -        T       A       -          A           -          -          -
  raise-issue              -        T       A       -          A           -          -          -
  escalate                 -        T       A       -          A           -          -          -
  refuse-escalation        -        -       A       A          A           -          -          -
  exclude                  -        T       A       -          A           -          -          -
  accept-after-all         -        -       A       -          A           -          -          -
  agree-updates            -        T       A       -          A           -          -          -
  compensate               -        T       A       -          A           -          -          -
  record-learning          -        T       A       A          A           -          -          -
  answer-ombudsman         -        T       A       -          A           -          -          -
  adjust                   -        T       A       -          A           -          -          -
  restrict                 -        -       -       A          A           -          -          -
  name-supporter           -        T       A       -          A           -          -          -
  record-consent           -        T       A       -          A           -          -          -
  instruct-copies          -        T       A       -          A           -          -          -
  leave-complaint          -        T       A       -          A           -          -          -
  triage                   -        T       A       -          A           -          -          -
  declare-conflict         -        T       A       A          A           -          -          -
  merge                    -        T       A       -          A           -          -          -
  link                     -        T       A       -          A           -          -          -
  log-enquiry              A        A       A       -          A           -          -          -
  handle-enquiry           -        A       A       -          A           -          -          -
  read-enquiries           -        A       A       A          A           -          A          -
  read-records             -        A       A       -          A           -          A          -
  keep-records             -        A       A       -          A           -          -          -
  read-letters             -        A       A       -          A           -          A          -
  read-forecast            -        -       A       A          A           -          A          -
  import-complaints        -        -       A       -          A           -          -          -
  read-people              -        -       A       -          A           -          A          A
  keep-people              -        -       -       -          -           -          -          A
  read-calendar            -        A       A       A          A           -          A          A
  add-calendar-version     -        -       -       -          -           -          -          A
  apply-calendar           -        -       A       -          A           -          -          -
  read-policy              -        A       A       A          A           A          A          A
`;

type Grant = 'A' | 'T' | '-';
const [head = [], ...rows] = matrix
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const grants = new Map(rows.map(([action = '', ...cells]) => [action, cells as Grant[]]));
const grantOf = (role: Role, action: Action): Grant => grants.get(action)?.[head.indexOf(role)] ?? '-';

const [me, other] = [staffId('me'), staffId('other')];
const matter = (change: Partial<Matter> = {}): Matter => ({
  landlord: 'day-zero',
  team: 'repairs',
  handler: other,
  staffComplainedAbout: [],
  stage: 1,
  ...change,
});

/** What a complaint can be to somebody of the repairs team who serves day-zero, and which grants reach it. */
const relations: Record<string, { matter: Matter; reachedBy: string }> = {
  'handled by them': { matter: matter({ handler: me }), reachedBy: 'AT' },
  'handled by them, of another team': { matter: matter({ handler: me, team: 'estates' }), reachedBy: 'AT' },
  'of their team': { matter: matter(), reachedBy: 'AT' },
  'of another team': { matter: matter({ team: 'estates' }), reachedBy: 'A' },
  'of another team, at stage 2': { matter: matter({ team: 'estates', stage: 2 }), reachedBy: 'A' },
  'of no team, handled by a colleague': { matter: matter({ team: undefined }), reachedBy: 'A' },
  'of nobody': { matter: matter({ team: undefined, handler: undefined }), reachedBy: 'AT' },
  'of nobody, of another team': { matter: matter({ team: 'estates', handler: undefined }), reachedBy: 'AT' },
  'handled by them, of a landlord they do not serve': {
    matter: matter({ landlord: 'code-2024', handler: me }),
    reachedBy: '',
  },
  'of nobody, of a landlord they do not serve': {
    matter: matter({ landlord: 'code-2024', handler: undefined }),
    reachedBy: '',
  },
};

describe('the expectation', () => {
  it('has a row for each action and a column for each role', () => {
    expect([...grants.keys()].sort()).toEqual([...actions].sort());
    expect(head.toSorted()).toEqual(roles.toSorted());
    expect([...grants.values()].every((cells) => cells.length === 8)).toBe(true);
    expect(Object.keys(relations)).toHaveLength(10);
  });
});

describe.each(roles)('%s', (role) => {
  const may = (action: Action, relation: Matter, change: Parameters<typeof staff>[0] = {}) =>
    mayDo(staff({ roles: [role], ...change }), action, relation).allowed;

  describe.each(Object.entries(relations))('with a complaint %s', (_, { matter, reachedBy }) => {
    it('may do exactly what is granted', () => {
      const expected = actions.filter((action) => reachedBy.includes(grantOf(role, action)));
      expect(actions.filter((action) => may(action, matter))).toEqual(expected);
    });

    it('may do nothing where it is about them, not even read it', () => {
      const about = { ...matter, staffComplainedAbout: [other, me] };
      expect(actions.filter((action) => may(action, about))).toEqual([]);
    });

    it('may do as before where it is about a colleague', () => {
      const about = { ...matter, staffComplainedAbout: [other] };
      expect(actions.filter((action) => may(action, about))).toEqual(
        actions.filter((action) => may(action, matter)),
      );
    });

    it('may do nothing once disabled', () => {
      expect(actions.filter((action) => may(action, matter, { disabled: true }))).toEqual([]);
    });
  });
});

describe('rights that need no complaint in hand', () => {
  const free = [
    ...(['log-complaint', 'read-worklist', 'read-people', 'keep-people'] as const),
    ...(['read-calendar', 'add-calendar-version', 'apply-calendar', 'read-policy'] as const),
    ...(['log-enquiry', 'handle-enquiry', 'read-enquiries'] as const),
    ...(['read-records', 'keep-records', 'import-complaints'] as const),
    ...(['read-letters', 'read-forecast'] as const),
  ];

  it.each(roles)('of a %s are those of the matrix, for some landlord and for one they serve', (role) => {
    const someone = staff({ roles: [role] });
    const expected = free.filter((action) => grantOf(role, action) !== '-');
    expect(free.filter((action) => mayDo(someone, action).allowed)).toEqual(expected);
    expect(free.filter((action) => mayDo(someone, action, { landlord: 'day-zero' }).allowed)).toEqual(
      expected,
    );
    expect(free.filter((action) => mayDo(someone, action, { landlord: 'code-2024' }).allowed)).toEqual([]);
    const gone = { ...someone, disabled: true };
    expect(free.filter((action) => mayDo(gone, action).allowed)).toEqual([]);
  });

  it('are the only ones that can be asked about without: any other is denied', () => {
    const everything = staff({ roles });
    const ask = mayDo as (who: typeof everything, action: Action) => ReturnType<typeof mayDo>;
    expect(actions.filter((action) => ask(everything, action).allowed)).toEqual(free);
  });
});

describe('a reporter', () => {
  it('may log complaints and enquiries, and nothing else', () => {
    const reporter = staff({ roles: ['reporter'] });
    const may = actions.filter((action) => mayDo(reporter, action, matter({ handler: me })).allowed);
    expect(may).toEqual(['log-complaint', 'log-enquiry']);
  });
});

describe('a denial says why, and who may', () => {
  it.each<[string, Parameters<typeof staff>[0], Action, Matter, string, Role[]]>([
    [
      'is disabled',
      { roles: ['manager'], disabled: true },
      'assign',
      matter(),
      'disabled',
      ['handler', 'manager', 'senior-lead'],
    ],
    ['has no role', {}, 'keep-people', matter(), 'role', ['administrator']],
    ['has another role', { roles: ['handler'] }, 'approve', matter(), 'role', ['approver', 'senior-lead']],
    [
      'serves another landlord',
      { roles: ['manager'] },
      'assign',
      matter({ landlord: 'code-2024' }),
      'other-landlord',
      ['handler', 'manager', 'senior-lead'],
    ],
    [
      'is complained about',
      { roles: ['auditor'] },
      'read-timeline',
      matter({ staffComplainedAbout: [me] }),
      'complained-about',
      ['handler', 'manager', 'approver', 'senior-lead', 'auditor'],
    ],
    [
      'is of another team',
      { roles: ['handler'] },
      'respond',
      matter({ team: 'estates' }),
      'other-team',
      ['handler', 'manager', 'senior-lead'],
    ],
    [
      'wrote the draft',
      { roles: ['senior-lead'] },
      'approve',
      matter({ draftedBy: me }),
      'wrote-draft',
      ['approver', 'senior-lead'],
    ],
  ])('to somebody who %s', (_, who, action, about, why, whoMay) => {
    expect(mayDo(staff(who), action, about)).toEqual({ allowed: false, why, whoMay });
  });

  it('by the role first, so that without it nothing is learnt about the complaint', () => {
    const about = matter({ staffComplainedAbout: [me], landlord: 'code-2024' });
    expect(mayDo(staff({ roles: ['reporter'] }), 'read-complaint', about)).toMatchObject({ why: 'role' });
  });
});

describe('whoever wrote a draft', () => {
  it('may send it, and approve what a colleague wrote', () => {
    const lead = staff({ roles: ['senior-lead'] });
    expect(mayDo(lead, 'respond', matter({ draftedBy: me })).allowed).toBe(true);
    expect(mayDo(lead, 'approve', matter({ draftedBy: other })).allowed).toBe(true);
  });
});

const anyMatter = fc.record({
  landlord: fc.constantFrom('day-zero', 'code-2024', 'two-ombudsmen'),
  team: fc.constantFrom('repairs', 'estates', undefined),
  handler: fc.constantFrom(me, other, undefined),
  staffComplainedAbout: fc.subarray([me, other]),
  stage: fc.constantFrom<1 | 2>(1, 2),
  draftedBy: fc.constantFrom(me, other, undefined),
});
const anyStaff = fc.record({
  id: fc.constant(me),
  roles: fc.subarray([...roles]),
  landlords: fc.subarray(['day-zero', 'code-2024']),
  teams: fc.subarray(['repairs', 'estates']),
  disabled: fc.boolean(),
});
const anyAction = fc.constantFrom(...actions);

describe('whatever roles somebody has', () => {
  it('another role takes no right away', () => {
    fc.assert(
      fc.property(anyStaff, fc.constantFrom(...roles), anyAction, anyMatter, (who, role, action, about) => {
        fc.pre(mayDo(who, action, about).allowed);
        expect(mayDo({ ...who, roles: [role, ...who.roles] }, action, about).allowed).toBe(true);
      }),
    );
  });

  it('all of them give no right for a complaint about the person, another landlord’s, or to the disabled', () => {
    fc.assert(
      fc.property(anyStaff, anyAction, anyMatter, (who, action, about) => {
        const shut =
          who.disabled || about.staffComplainedAbout.includes(me) || !who.landlords.includes(about.landlord);
        fc.pre(shut);
        expect(mayDo({ ...who, roles }, action, about).allowed).toBe(false);
      }),
    );
  });

  it('several may do what one of them may', () => {
    fc.assert(
      fc.property(anyStaff, anyAction, anyMatter, (who, action, about) => {
        const single = who.roles.some((role) => mayDo({ ...who, roles: [role] }, action, about).allowed);
        expect(mayDo(who, action, about).allowed).toBe(single);
      }),
    );
  });

  it('no role is no right', () => {
    fc.assert(
      fc.property(anyStaff, anyAction, anyMatter, (who, action, about) => {
        expect(mayDo({ ...who, roles: [] }, action, about).allowed).toBe(false);
      }),
    );
  });
});

describe('a row of the register', () => {
  const token: StaffToken = {
    id: me,
    name: 'Ann',
    email: 'ann@landlord.example',
    roles: ['handler'],
    landlords: ['day-zero', 'code-2024'],
  };

  it('that is missing leaves the token’s rights, and no teams', () => {
    expect(staffFrom(token, undefined)).toEqual({
      id: 'me',
      roles: ['handler'],
      landlords: ['day-zero', 'code-2024'],
      teams: [],
      disabled: false,
    });
  });

  it('narrows the landlords and never widens them', () => {
    const row = person('me', { landlords: ['two-ombudsmen', 'code-2024'] });
    expect(staffFrom(token, row).landlords).toEqual(['code-2024']);
    expect(staffFrom({ ...token, landlords: [] }, row).landlords).toEqual([]);
  });

  it('gives the teams that somebody works in or leads', () => {
    const row = person('me', { teams: ['repairs', 'estates'], leads: ['repairs', 'income'] });
    expect(staffFrom(token, row).teams).toEqual(['repairs', 'estates', 'income']);
  });

  it('disables', () => {
    const off = staffFrom(token, person('me', { disabled: true }));
    expect(off.disabled).toBe(true);
    expect(mayDo(off, 'respond', matter({ handler: me })).allowed).toBe(false);
  });
});
