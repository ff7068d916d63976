import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStaffToken } from '../../functions/middleware/staff.ts';
import { roles } from '../../shared/domain/authorization.ts';

const read = (claims: unknown) => readStaffToken({ requestContext: { authorizer: { jwt: { claims } } } });
const rolesOf = (text: unknown) => read({ sub: 'ann', roles: text })?.roles;
const landlordsOf = (text: unknown) => read({ sub: 'ann', landlords: text })?.landlords;

describe('a token', () => {
  it('names a person, with what they may do and for whom', () => {
    const claims = {
      iss: 'https://issuer.example',
      aud: 'redress',
      exp: '1798761600',
      sub: '0d2c9d4e-7f37-4a1b-9a43-1f7f0f1c2b3d',
      name: 'Ann O’Neill',
      email: 'ann@landlord.example',
      roles: '[handler manager]',
      landlords: '[day-zero code-2024]',
    };
    expect(read(claims)).toEqual({
      id: '0d2c9d4e-7f37-4a1b-9a43-1f7f0f1c2b3d',
      name: 'Ann O’Neill',
      email: 'ann@landlord.example',
      roles: ['handler', 'manager'],
      landlords: ['day-zero', 'code-2024'],
    });
  });

  it('with a subject alone names somebody without any right', () => {
    const nobody = { id: 'ann', name: undefined, email: undefined, roles: [], landlords: [] };
    expect(read({ sub: 'ann' })).toEqual(nobody);
    expect(read({ sub: 'ann', name: 7, email: null, roles: ['handler'], landlords: {} })).toEqual(nobody);
  });

  it.each([
    undefined,
    null,
    'sub',
    {},
    { roles: '[administrator]' },
    { sub: '' },
    { sub: 7 },
    { sub: 'a b' },
    { sub: 'PERSON#ann' },
    { sub: 'ann\n' },
    { sub: 'x'.repeat(129) },
  ])('with the claims %j names nobody', (claims) => {
    expect(read(claims)).toBeUndefined();
  });

  it.each([
    undefined,
    null,
    {},
    { authorizer: undefined },
    { authorizer: { jwt: null } },
    { authorizer: {} },
  ])('is not there where no authorizer was passed: %j', (requestContext) => {
    expect(readStaffToken({ requestContext })).toBeUndefined();
  });
});

describe('the roles of a token', () => {
  it.each([
    ['[handler]', ['handler']],
    ['[handler manager]', ['handler', 'manager']],
    ['[senior-lead board-member auditor]', ['senior-lead', 'board-member', 'auditor']],
    ['[handler handler]', ['handler']],
    ['handler', ['handler']],
    ['administrator', ['administrator']],
    ['[Redress.Reader handler offline_access]', ['handler']],
    ['[not administrator]', ['administrator']],
  ])('written %j are %j', (text, expected) => {
    expect(rolesOf(text)).toEqual(expected);
  });

  it.each([
    '',
    ' ',
    '[]',
    '[ ]',
    '[',
    ']',
    '[handler',
    'handler]',
    '[[handler]]',
    '[[handler] x]',
    '[x [handler]]',
    '[handler]]',
    '[handler] ',
    ' [handler]',
    '[ handler]',
    '[handler ]',
    '[handler  manager]',
    '[handler][manager]',
    '[handler] [manager]',
    'handler manager',
    ' handler',
    'handler ',
    'handler\n',
    '[handler]\n',
    '[handler\nmanager]',
    '[handler\tmanager]',
    '[handler\u00a0manager]',
    '[handler\u2003manager]',
    '[handler manager\u200b]',
    '[handler, manager]',
    '[handler,manager]',
    'handler,manager',
    '["handler"]',
    '["handler" manager]',
    "['handler' manager]",
    '"handler"',
    '{handler}',
    '(handler)',
    'Handler',
    '[HANDLER]',
    'handlers',
    '[administrator-not]',
    '[not-administrator]',
    'administratοr',
    '[administrator\u0000]',
    '[*]',
    '*',
    'null',
    '[undefined]',
    '[constructor __proto__ 0]',
  ])('written %j are none', (text) => {
    expect(rolesOf(text)).toEqual([]);
  });

  it.each([undefined, null, 1, true, [], ['administrator'], { administrator: true }])(
    'that are no text but %j are none',
    (value) => {
      expect(rolesOf(value)).toEqual([]);
    },
  );
});

/** Texts that look like roles, put together from their pieces and from what may stand between them. */
const piece = fc.oneof(
  fc.constantFrom(...roles),
  fc.constantFrom(...roles).map((role) => role.toUpperCase()),
  fc.constantFrom('[', ']', ' ', '  ', '\t', '\n', ',', '"', "'", '\u00a0', '\u2028', '-', 'not', 'x'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 6 }).map((pieces) => `[${pieces.join(' ')}]`),
);
const names = roles.map((role): string => role);

describe('however the text of a claim looks', () => {
  it('a role comes of nothing but its exact name, alone or between single spaces in one pair of brackets', () => {
    fc.assert(
      fc.property(text, (claim) => {
        const inside = claim.startsWith('[') && claim.endsWith(']') ? claim.slice(1, -1).split(' ') : [claim];
        for (const role of rolesOf(claim) ?? []) expect(inside).toContain(role);
      }),
      { numRuns: 5_000 },
    );
  });

  it('a text in which no role stands by itself gives none', () => {
    fc.assert(
      fc.property(text, (claim) => {
        fc.pre(!claim.split(/[[\] ]/).some((word) => names.includes(word)));
        expect(rolesOf(claim)).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('a list as API Gateway writes it gives the roles that are in it', () => {
    const word = fc.constantFrom(...names, 'Reader', 'api://redress/.default', 'not-administrator');
    fc.assert(
      fc.property(fc.array(word), (list) => {
        const expected = [...new Set(list)].filter((each) => names.includes(each));
        expect(rolesOf(`[${list.join(' ')}]`)).toEqual(expected);
      }),
    );
  });

  it('it is read in a blink, however long', () => {
    const before = performance.now();
    for (const long of [`[${'a '.repeat(50_000)}`, '['.repeat(100_000), `[${'handler '.repeat(10_000)},]`])
      expect(rolesOf(long)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('the landlords of a token', () => {
  it.each([
    ['[day-zero]', ['day-zero']],
    ['[day-zero code-2024]', ['day-zero', 'code-2024']],
    ['day-zero', ['day-zero']],
    ['[Day-Zero day-zero -x x- a--b a_b]', ['day-zero']],
    ['[]', []],
    ['[*]', []],
    ['*', []],
    ['[day-zero', []],
    ['[[day-zero] code-2024]', []],
    ['day-zero code-2024', []],
    ['[day-zero, code-2024]', []],
    ['["day-zero"]', []],
    ['[day-zero\tcode-2024]', []],
  ])('written %j are %j', (claim, expected) => {
    expect(landlordsOf(claim)).toEqual(expected);
  });
});
