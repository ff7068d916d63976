import { noteSafeContact } from './addressee.ts';
import type { ToGive } from './read-by-hand.ts';

/** What waits for somebody’s hand, in the words of the API. */

export function describeLetter(letter: ToGive) {
  const { to, obligation } = letter;
  return {
    ...head(letter),
    postBy: obligation.dueOn,
    ...(to.party !== 'lead' && { copy: true }),
    ...(to.address !== undefined && { address: to.address }),
    ...(to.needsLargePrint && { largePrint: true }),
  };
}

export function describeCall(call: ToGive) {
  const { to, obligation } = call;
  return {
    ...head(call),
    callBy: obligation.dueOn,
    obligation: obligation.id,
    ...(to.phone !== undefined && { phone: to.phone }),
    ...(to.language !== undefined && { interpreter: true }),
  };
}

function head({ id, reference, kind, to, record }: ToGive) {
  const { voicemail } = record?.safeContact ?? {};
  const safeContact = noteSafeContact(to, record);
  return {
    id,
    reference,
    kind,
    name: to.name,
    ...(to.language !== undefined && { language: to.language }),
    ...(safeContact !== undefined && { safeContact }),
    ...(voicemail && { voicemail }),
  };
}
