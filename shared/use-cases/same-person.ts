import type { PersonalText } from '../ports/personal-text.ts';
import { calledOf, dialled, propertyIdOf } from './record-ids.ts';

export type Person = NonNullable<PersonalText['complainant']>;

/**
 * Whether two are one person: by email or by telephone number, which a household may share; or by name where nothing
 * tells them apart.
 */
export function isSame(one: Person, other: Person): boolean {
  const { name, email, phone, home } = compare(one, other);
  if (email) return true;
  if (phone) return email === undefined || name;
  return name && email === undefined && phone === undefined && home !== false;
}

/**
 * What is known of one person who said different things twice. A warning of either stands, and so does the way that
 * whoever warned asked for. A name alone is not enough to write to an address that was given with it.
 */
export function putTogether<One extends Person>(one: One, other: Person): One {
  const { name, email, phone, home } = compare(one, other);
  const isCertain = name && [email, phone, home].includes(true);
  const [warned] = [one, other].filter(isWarned);
  const preferredChannel = warned
    ? warned.preferredChannel
    : (one.preferredChannel ?? other.preferredChannel);
  const language = one.language ?? other.language;
  const notes = new Set([one, other].flatMap(({ safeContact }) => safeContact ?? []));
  const { preferredChannel: _, ...before } = one;
  return {
    ...(isCertain && contactOf(other)),
    ...(before as One),
    ...(preferredChannel !== undefined && { preferredChannel }),
    ...(language !== undefined && { language }),
    ...(notes.size > 0 && { safeContact: [...notes].join('\n') }),
  };
}

/** In what two agree, or do not; undefined of what one of them has not said. */
function compare(one: Person, other: Person) {
  const by = (known: (person: Person) => string | undefined) => {
    const [mine, theirs] = [known(one), known(other)];
    return mine === undefined || theirs === undefined ? undefined : mine === theirs;
  };
  return {
    name: calledOf(one) === calledOf(other),
    email: by(({ email }) => email?.trim().toLowerCase()),
    phone: by(({ phone }) => (phone === undefined ? undefined : dialled(phone))),
    home: by(({ address }) => propertyIdOf('', address) ?? address?.trim().toLowerCase()),
  };
}

function isWarned({ preferredChannel, safeContact }: Person): boolean {
  return safeContact !== undefined && preferredChannel !== 'email';
}

function contactOf({ email, phone, address }: Person): Partial<Person> {
  return {
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(address !== undefined && { address }),
  };
}
