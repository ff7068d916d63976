import type { CivilDate } from '../domain/civil-date.ts';
import { nextWake } from '../domain/commands/time-passed.ts';
import { decide } from '../domain/decide.ts';
import type { ComplaintEvent } from '../domain/events.ts';
import { evolve } from '../domain/evolve.ts';
import { type Instant, londonDateOf, londonInstant } from '../domain/london-time.ts';
import { owedUrgent } from '../domain/notices/urgent.ts';
import { type Policy, policyInForce } from '../domain/policy.ts';
import { referenceBytes, referenceFrom } from '../domain/reference.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Person, StaffId } from '../domain/staff.ts';
import type { BegunComplaint } from '../ports/complaint-store.ts';
import { type BeginPorts, beginComplaint } from './begin-complaint.ts';
import { type History, stepsOf } from './imported-history.ts';
import { type Intake, readIntake } from './intake.ts';
import { createTextKeeper } from './keep-texts.ts';
import { oweOf } from './owe-letters.ts';
import { contextOf } from './rules.ts';
import { chainEvents, encode, saltedHash } from './timeline.ts';

/** A complaint as a landlord’s old records tell it, its shape already checked. */
export type ImportedRow = Omit<Intake, 'loggedBy' | 'receivedAt'> &
  History & {
    /** when it was received: an instant, or a day where no more is known */
    receivedAt?: Instant | undefined;
    receivedOn?: CivilDate | undefined;
  };

export type Imported =
  | { type: 'begun'; complaint: BegunComplaint }
  | { type: 'refused'; refusal: Refusal; column: 'receivedOn' | 'receivedAt' | keyof History };

/**
 * Decides what a row tells by the rules themselves, as though staff recorded it late, and puts it together as one complaint
 * of which only staff hear, and only of danger: nobody else is mailed about what is history. Stores nothing.
 *
 * @param people rows of the staff register that the row names
 */
export async function importComplaint(
  ports: BeginPorts,
  policy: Policy,
  row: ImportedRow,
  by: StaffId,
  people: readonly Person[],
  now: Instant,
  unsafe: readonly string[] = [],
): Promise<Imported> {
  const { rules, randomBytes } = ports;
  const receivedAt = row.receivedAt ?? (row.receivedOn ? londonInstant(row.receivedOn, '00:00') : now);
  const { text, said } = readIntake({ ...row, receivedAt, loggedBy: by });
  const salt = encode(randomBytes(16));
  const reference = referenceFrom(randomBytes(referenceBytes));
  const personalTextHash = saltedHash(salt, text);
  const begun = await beginComplaint(
    ports,
    policy,
    { type: 'Receive', reference, ...said, imported: true, personalTextHash },
    { ...text, salt },
    now,
    unsafe,
  );
  if (begun.type === 'refused') return { ...begun, column: row.receivedAt ? 'receivedAt' : 'receivedOn' };

  const { stored, entries } = begun.complaint;
  const { keep, kept } = createTextKeeper(randomBytes);
  const discussesFirst = policyInForce(policy, londonDateOf(receivedAt)).stage1.discussion !== undefined;
  const events: ComplaintEvent[] = [];
  let { complaint } = stored;
  for (const { column, command } of stepsOf(row, { receivedAt, by, keep, discussesFirst })) {
    const decision = decide(complaint, command, { ...(await contextOf(rules, complaint, now)), people });
    if (decision.type === 'Refused') return { type: 'refused', refusal: decision.refusal, column };
    events.push(...decision.events);
    complaint = decision.events.reduce(evolve, complaint);
  }
  const before = { reference, version: stored.version, head: stored.head };
  const all = [...entries, ...chainEvents(events, before, now, { type: 'staff', id: by }, randomBytes)];
  return {
    type: 'begun',
    complaint: {
      ...begun.complaint,
      stored: { complaint, version: all.length, head: all.at(-1)?.hash ?? stored.head },
      texts: kept,
      entries: all,
      notices: oweOf(complaint, owedUrgent(complaint, { now }), now),
      wakeAt: nextWake(complaint, await contextOf(rules, complaint, now)),
    },
  };
}
