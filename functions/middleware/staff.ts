import * as z from 'zod/mini';
import { type Role, roles, type StaffToken } from '../../shared/domain/authorization.ts';
import { kebabCase, staffIdSchema } from '../../shared/domain/staff.ts';

/** A claim that is not the text it should be counts as absent, so that it can give no right. */
const claim = z.catch(z.optional(z.string()), undefined);

const authorized = z.object({
  authorizer: z.object({
    jwt: z.object({
      claims: z.object({
        sub: staffIdSchema,
        name: claim,
        email: claim,
        roles: claim,
        landlords: claim,
      }),
    }),
  }),
});

/**
 * Who makes a request, as API Gateway's JWT authorizer tells it.
 *
 * @returns undefined where the request passed no authorizer, or its token names nobody
 */
export function readStaffToken({ requestContext }: { requestContext: unknown }): StaffToken | undefined {
  const read = z.safeParse(authorized, requestContext);
  if (!read.success) return undefined;
  const { sub, name, email, roles, landlords } = read.data.authorizer.jwt.claims;
  return {
    id: sub,
    name,
    email,
    roles: readNames(roles).filter(isRole),
    landlords: readNames(landlords).filter((landlord) => kebabCase.test(landlord)),
  };
}

const passed = z.object({ authorizer: z.object({ jwt: z.object({ claims: z.looseObject({}) }) }) });

/** Whether a request passed the authorizer, whomever its token names. */
export function hasToken({ requestContext }: { requestContext: unknown }): boolean {
  return z.safeParse(passed, requestContext).success;
}

/** Printable ASCII but the space, which separates names, and what a list is put together with: `"`, `'`, `,`, `[`, `]`. */
const word = String.raw`[\x21\x23-\x26\x28-\x2b\x2d-\x5a\x5c\x5e-\x7e]+`;
const list = new RegExp(`^\\[(${word}(?: ${word})*)\\]$`);
const single = new RegExp(`^(${word})$`);

/**
 * A list reaches a function as one text, `[handler manager]`, and a single name perhaps as it is. Whatever does not have
 * exactly one of these forms holds no names at all: a text that cannot be read as a whole gives no right in part.
 */
function readNames(text = ''): string[] {
  const names = (list.exec(text) ?? single.exec(text))?.[1];
  return [...new Set(names?.split(' '))];
}

function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}
