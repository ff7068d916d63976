import type { Complaint } from '../complaint.ts';
import { deriveDeadline } from '../deadline.ts';
import {
  type Accepted,
  accept,
  type Context,
  calendarOf,
  type Decision,
  policyNow,
  refuse,
} from '../decision.ts';
import type { EventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { flagBackdated, recorded, type StaffAct } from '../happening.ts';
import { londonDateOf, londonInstant } from '../london-time.ts';
import { owedMessageAlert } from '../notices/to-staff.ts';
import { mostUnreadMessages, type Obligation } from '../obligations.ts';
import { refusedByState } from '../permitted.ts';
import type { Refusal } from '../refusals.ts';
import type { StaffId } from '../staff.ts';
import type { TextRef } from '../text.ts';
import { escalate } from './escalate.ts';

/** What a resident adds to their complaint. It may be a request for stage 2, so somebody reads it by a date. */
export interface SendMessage {
  type: 'SendMessage';
  text: TextRef;
}

/** Say what a resident's message is. */
export interface TriageMessage extends StaffAct {
  type: 'TriageMessage';
  message: string;
  outcome: EventOf<'MessageTriaged'>['outcome'];
  note?: TextRef | undefined;
}

export function sendMessage(complaint: Complaint, { text }: SendMessage, context: Context): Decision {
  const refused = refusedByState(complaint, 'SendMessage') ?? tooManyUnread(complaint);
  if (refused) return refuse(refused);
  const policy = policyNow(context);
  const message = `message-${complaint.messages.length + 1}`;
  const start = { countedFrom: 'message', on: londonDateOf(context.now) } as const;
  const obligation: Obligation = {
    id: message,
    kind: 'message-triage',
    projected: false,
    ...deriveDeadline(start, policy.inside.messageTriage, policy, calendarOf(context, policy)),
  };
  return accept(
    [{ type: 'MessageReceived', message, sentAt: context.now, text, obligation }],
    [owedMessageAlert(complaint, obligation)],
  );
}

export function triageMessage(complaint: Complaint, command: TriageMessage, context: Context): Decision {
  const refused = refusedByState(complaint, 'TriageMessage');
  if (refused) return refuse(refused);
  const received = complaint.messages.find(({ id }) => id === command.message);
  if (!received) return refuse({ type: 'UnknownMessage' });
  if (received.outcome) return refuse({ type: 'TriagedAlready' });
  const { happenedAt = context.now, message, outcome, note } = command;
  const on = londonDateOf(happenedAt);
  const owed = complaint.obligations.find(({ id }) => id === message);
  const came = londonDateOf(received.sentAt);
  if (on < came)
    return refuse({ type: 'HappenedTooEarly', notBefore: londonInstant(came, '00:00'), what: 'message' });
  const triaged: EventOf<'MessageTriaged'> = {
    type: 'MessageTriaged',
    ...recorded(command),
    message,
    outcome,
    on,
    ...(owed && flagBackdated(on, owed.dueOn, context)),
    ...(note && { note }),
  };
  const after = evolve(complaint, triaged);
  const asked = outcome === 'wants-stage-2' ? askFor(after, command.by, received, context) : accept([]);
  return accept([triaged, ...asked.events], asked.notices);
}

/**
 * A message that asks for stage 2 asked for it on the day it was sent, whenever somebody read it (Code 6.10). While
 * stage 1 still has its time, or where stage 2 is on, it is a message like any other.
 */
function askFor(
  complaint: Complaint,
  by: StaffId,
  { id, sentAt }: Complaint['messages'][number],
  context: Context,
): Accepted {
  const asked = escalate(complaint, { type: 'Escalate', by, happenedAt: sentAt, message: id }, context);
  return asked.type === 'Accepted' ? asked : accept([]);
}

function tooManyUnread({ messages }: Complaint): Refusal | undefined {
  const unread = messages.filter(({ outcome }) => outcome === undefined);
  if (unread.length < mostUnreadMessages) return undefined;
  return { type: 'TooManyUnread', most: mostUnreadMessages };
}
