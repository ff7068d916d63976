import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { ComplaintEvent, EventOf } from '../../../shared/domain/events.ts';
import type { Obligation } from '../../../shared/domain/obligations.ts';
import { owedBy } from './ledger.ts';

/**
 * What a complaint owes, told a second time and without looking at its obligations: from its status, its actions and its
 * messages, and from what has happened to it.
 */
export function dutiesOwed(complaint: Complaint, events: readonly ComplaintEvent[]): string[] {
  const { status, stage, actions, messages } = complaint;
  const given = new Set(
    events.map(
      (event) => (event.type === 'ActionCompleted' || event.type === 'ActionReplaced') && event.action,
    ),
  );
  const stopped = !['received', 'acknowledged', 'responded'].includes(status);
  return [
    ...(status === 'received' ? [`stage-${stage}-acknowledgement`, `stage-${stage}-response`] : []),
    ...(status === 'acknowledged' ? [`stage-${stage}-response`] : []),
    ...actions
      .filter(({ id, toPromise }) => (!stopped || (keepsStage1(complaint) && !toPromise)) && !given.has(id))
      .map(({ id }) => id),
    ...messages.filter(({ outcome }) => outcome === undefined).map(({ id }) => id),
    ...passing(events),
    ...updates(events),
    ...lasting(events),
    ...unknown(complaint, events),
  ].sort();
}

/** A resident who withdraws at stage 2 is still owed what the answer of stage 1 promised. */
function keepsStage1({ status, stage1 }: Complaint): boolean {
  return status === 'withdrawn' && stage1?.respondedOn !== undefined;
}

/** What is missing is to be found out, until it is known, cannot be had, or nobody needs it any more. */
function unknown({ missing }: Complaint, events: readonly ComplaintEvent[]): string[] {
  let owed: string | undefined;
  for (const event of events) {
    const asked = owedBy(event).find(({ kind }) => kind === 'resident-information');
    if (asked) owed = asked.id;
    const isKnown = 'missing' in event && event.missing?.length === 0;
    if (isKnown || stops.includes(event.type)) owed = undefined;
  }
  return owed && missing.length > 0 ? [owed] : [];
}

const stops: readonly ComplaintEvent['type'][] = [
  'ComplaintClosed',
  'ComplaintWithdrawn',
  'ComplaintExcluded',
  'MergedInto',
];

/** Questions and contacts, but for what gives a notice: owed until what they ask for, or until what they were wanted for is over. */
function passing(events: readonly ComplaintEvent[]): string[] {
  let questions: string[] = [];
  let contacts: Obligation[] = [];
  for (const event of events) {
    switch (event.type) {
      case 'QuestionAsked':
        questions.push(event.question);
        break;
      case 'QuestionAnswered':
        questions = questions.filter((each) => each !== event.question);
        contacts = contacts.filter(({ id }) => !id.startsWith(`contact-${event.question}_`));
        break;
      case 'ContactOwed':
        if (event.obligation.gives) break;
        contacts = [...without(contacts, event.notice), event.obligation];
        break;
      case 'NoticeDelivered':
        contacts = without(contacts, event.notice);
        break;
      case 'ExtensionNotReached':
        contacts = without(contacts, event.extension);
        break;
      case 'ContactNoted':
        if (event.reached) contacts = contacts.filter((each) => !isMet(each, event));
        break;
      case 'ResponseSent':
      case 'EscalationRequested':
      case 'EscalationRefused':
        questions = [];
        break;
      case 'ComplaintClosed':
      case 'ComplaintWithdrawn':
      case 'ComplaintExcluded':
        questions = [];
        contacts = [];
    }
  }
  return [...questions, ...contacts.map(({ id }) => id)];
}

/** One notice is owed one call, and an extension’s notice is called what the extension is. */
function without(contacts: readonly Obligation[], notice: string): Obligation[] {
  return contacts.filter(({ id }) => id !== `contact-${notice}`);
}

/** A call to the resident tells them whatever they missed; one to somebody else is named. */
function isMet({ id, whom }: Obligation, { obligation }: EventOf<'ContactNoted'>): boolean {
  return obligation ? id === obligation : whom === undefined;
}

/** Updates go on until the answer that they lead to or, after it, until the last thing is done that was promised. */
function updates(events: readonly ComplaintEvent[]): string[] {
  let owed: string[] = [];
  let answered = false;
  const promised = new Set<string>();
  for (const event of events) {
    switch (event.type) {
      case 'ExtensionTookEffect':
      case 'ExtensionCameTooLate':
      case 'UpdatesAgreed':
        if (event.update) owed.push(event.update.id);
        break;
      case 'UpdateGiven':
        owed = event.next ? [event.next.id] : [];
        break;
      case 'ActionAdded':
        promised.add(event.action.id);
        break;
      case 'ActionCompleted':
      case 'ActionReplaced':
        fulfil(promised, event);
        if (answered && promised.size === 0) owed = [];
        break;
      case 'ResponseSent':
      case 'EscalationRequested':
      case 'EscalationRefused':
        answered = event.type !== 'EscalationRequested';
        owed = [];
        break;
      case 'ComplaintClosed':
      case 'ComplaintWithdrawn':
      case 'ComplaintExcluded':
        owed = [];
    }
  }
  return owed;
}

function fulfil(promised: Set<string>, event: EventOf<'ActionCompleted' | 'ActionReplaced'>): void {
  promised.delete(event.action);
  if (event.type === 'ActionReplaced' && event.replacement) promised.add(event.replacement.action.id);
}

/** What was agreed with a lead, or laid down for them, goes with them. */
function endWithLead(owed: Map<string, string>, { lead }: EventOf<'PartyLeft'>): void {
  for (const id of owed.keys()) if (lead && /^(adjustment|restriction)-/.test(id)) owed.delete(id);
}

/** What is owed until it is done, whatever becomes of the complaint. */
function lasting(events: readonly ComplaintEvent[]): string[] {
  const owed = new Map<string, string>();
  const learning: string[] = [];
  for (const event of events) {
    switch (event.type) {
      case 'CompensationAccepted':
        owed.set(event.offer, event.obligation.id);
        break;
      case 'CompensationPaid':
        owed.delete(event.offer);
        break;
      case 'HandoverOwed':
        owed.set(event.handover, event.obligation.id);
        break;
      case 'HandoverCompleted':
        owed.delete(event.handover);
        break;
      case 'OmbudsmanAsked':
        owed.set(event.request, event.obligation.id);
        break;
      case 'OmbudsmanAnswered':
        owed.delete(event.request);
        break;
      case 'OmbudsmanDetermined':
        for (const { order, obligation } of event.orders) owed.set(order.order, obligation.id);
        break;
      case 'OrderMet':
        owed.delete(event.order);
        break;
      case 'AdjustmentAgreed':
        owed.set(event.adjustment, event.obligation.id);
        break;
      case 'ContactRestricted':
        owed.set(event.restriction, event.obligation.id);
        break;
      case 'AdjustmentReviewed':
        owed.delete(event.adjustment);
        if (event.next) owed.set(event.adjustment, event.next.id);
        break;
      case 'RestrictionReviewed':
        owed.delete(event.restriction);
        if (event.next) owed.set(event.restriction, event.next.id);
        break;
      case 'PartyLeft':
        endWithLead(owed, event);
        break;
      case 'ResponseSent':
        if (event.learning) learning.push(event.learning.id);
        break;
      case 'LearningRecorded':
        learning.shift();
    }
  }
  return [...owed.values(), ...learning];
}
