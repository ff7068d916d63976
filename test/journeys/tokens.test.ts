import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectStatus } from '../../infra/local/staff-client.ts';
import { type JourneyStack, startJourneyStack } from '../support/local-stack.ts';

let stack: JourneyStack;
beforeAll(async () => {
  stack = await startJourneyStack({ now: '2026-12-23T09:00:00Z' });
});
afterAll(() => stack.stop());

const manager = {
  roles: ['manager'],
  landlords: ['day-zero'],
  name: 'Marta Nowak',
  email: 'marta@example.com',
};

async function issue(claims: object = manager): Promise<string> {
  const response = await stack.request('/_local/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(claims),
  });
  return (await expectStatus(response, 200)).token;
}

const worklist = (authorization?: string) =>
  stack.request('/staff/complaints?landlord=day-zero', { headers: authorization ? { authorization } : {} });

const partsOf = (token: string) => token.split('.') as [string, string, string];
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());

/** A token that says what a good one says, signed by somebody else. */
async function forge(change: object): Promise<string> {
  const [head, claims] = partsOf(await issue());
  const { privateKey } = await generateKeyPair('RS256');
  const { kid } = decode(head);
  return new SignJWT({ ...decode(claims), ...change })
    .setProtectedHeader({ alg: 'RS256', kid })
    .sign(privateKey);
}

describe('a token', () => {
  it('of the issuer that is trusted lets its bearer in', async () => {
    expect((await worklist(`Bearer ${await issue()}`)).status).toBe(200);
  });

  it.each([
    ['that is missing', async () => undefined],
    ['that is none', async () => 'Bearer nonsense'],
    ['that is not signed', async () => `Bearer ${encode({ alg: 'none' })}.${partsOf(await issue())[1]}.`],
    [
      'that says it is signed by nothing',
      async () => {
        const [, claims, signature] = partsOf(await issue());
        return `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${claims}.${signature}`;
      },
    ],
    ['of another key', async () => `Bearer ${await forge({})}`],
    ['of another issuer', async () => `Bearer ${await forge({ iss: 'https://elsewhere.example' })}`],
    ['for another audience', async () => `Bearer ${await forge({ aud: 'another' })}`],
    [
      'whose roles were changed after it was signed',
      async () => {
        const [head, claims, signature] = partsOf(await issue({ ...manager, roles: ['reporter'] }));
        return `Bearer ${head}.${encode({ ...decode(claims), roles: ['manager'] })}.${signature}`;
      },
    ],
  ])('%s is answered with 401', async (_, authorization) => {
    const refused = await worklist(await authorization());
    expect(refused.status).toBe(401);
    expect(await refused.json()).toEqual({ message: 'Unauthorized' });
  });

  it.each([
    ['no role', []],
    ['a role with more to it', ['managers']],
    ['a part of a role', ['manage']],
    ['two roles written as one', ['reporter,manager']],
    ['a role in other letters', ['Manager']],
    ['a role with a bracket', ['[manager']],
    ['a role behind another’s end', ['reporter] [manager']],
    ['a role that cannot read', ['reporter']],
  ])('with %s is answered with 403', async (_, roles) => {
    const refused = await worklist(`Bearer ${await issue({ ...manager, roles })}`);
    expect(await expectStatus(refused, 403)).toMatchObject({ type: '/problems/not-allowed' });
  });

  it('for another landlord is answered with 403', async () => {
    const refused = await worklist(`Bearer ${await issue({ ...manager, landlords: ['day-zero-north'] })}`);
    expect(refused.status).toBe(403);
  });

  it('that has run out is answered with 401', async () => {
    const token = await issue();
    await stack.moveClock('2026-12-24T09:00:00Z');
    expect((await worklist(`Bearer ${token}`)).status).toBe(401);
    expect((await worklist(`Bearer ${await issue()}`)).status).toBe(200);
  });
});
