import type { CivilDate } from '../../../shared/domain/civil-date.ts';
import { type Complaint, openObligations } from '../../../shared/domain/complaint.ts';
import type { ComplaintEvent, EventOf } from '../../../shared/domain/events.ts';
import type { NoticeOwed } from '../../../shared/domain/notices.ts';
import type { StaffId } from '../../../shared/domain/staff.ts';
import type { Step } from './lived.ts';

/** Who decided stage 1, told from events alone: whoever drafted or approved it, and who handled it when it was left. */
export class Hands {
  #stage: 1 | 2 = 1;
  #handler: StaffId | undefined;
  #handlerOfStage1: StaffId | undefined;
  readonly #decided = new Set<StaffId>();

  /** @returns whether nobody decides stage 2 by it who decided stage 1 (Code 6.13) */
  tell(event: ComplaintEvent): boolean {
    switch (event.type) {
      case 'ComplaintAssigned':
        this.#handler = event.handler;
        return this.#mayDecide(event.handler);
      case 'WorkHandedOver':
        if (this.#handler !== event.from) return true;
        this.#handler = event.to;
        return this.#mayDecide(event.to);
      case 'SubjectsCorrected':
        if (this.#handler && event.is.includes(this.#handler)) this.#handler = undefined;
        return true;
      case 'ResponseDrafted':
      case 'ResponseApproved':
        if (this.#stage === 1) this.#decided.add(event.by);
        return this.#mayDecide(event.by);
      case 'EscalationRequested':
        if (this.#handler) this.#decided.add(this.#handler);
        this.#handlerOfStage1 = this.#handler;
        this.#handler = undefined;
        this.#stage = 2;
        return true;
      case 'EscalationRefused':
        this.#handler = this.#handlerOfStage1;
        this.#stage = 1;
        return true;
      default:
        return true;
    }
  }

  #mayDecide(person: StaffId): boolean {
    return this.#stage === 1 || !this.#decided.has(person);
  }
}

/** How the resident is reached, told from events alone: by mail where an address was given, and no other way laid down. */
export class Reach {
  #given = false;
  #isSafe = true;
  #known: string[] = [];
  #hasAgreed = false;
  readonly #laidDown = new Map<string, string>();

  tell(event: ComplaintEvent): void {
    if (event.type === 'ComplaintReceived' || event.type === 'PartyCorrected') this.#reach(event);
    if (event.type === 'PartyLeft' && event.lead) {
      this.#reach(event);
      this.#isSafe = true;
      this.#laidDown.clear();
    }
    if (event.type === 'SafeContactSet' && event.party === undefined) this.#isSafe = event.mayBeMailed;
    if (event.type === 'ContactRestricted') this.#laidDown.set(event.restriction, event.method);
    if (event.type === 'RestrictionReviewed' && event.outcome === 'lifted')
      this.#laidDown.delete(event.restriction);
  }

  #reach(event: EventOf<'ComplaintReceived' | 'PartyCorrected' | 'PartyLeft'>): void {
    this.#given = event.reachableByEmail ?? false;
    this.#known = event.otherWays ?? [];
    this.#hasAgreed = event.phoneAgreed ?? false;
  }

  get byEmail(): boolean {
    const [method = 'email'] = this.#laidDown.values();
    return this.#given && this.#isSafe && method === 'email';
  }

  get way(): string | undefined {
    if (this.byEmail) return 'email';
    const [method = 'email'] = this.#laidDown.values();
    if (method === 'email') return this.#known[0];
    if (method === 'in-person') return this.#known.length > 0 ? 'phone' : undefined;
    return this.#known.find((way) => way === method);
  }

  /** What the Code wants in writing is said in a call to whoever agreed to that, or is not to be reached otherwise. */
  mayBeTold({ kind }: NoticeOwed): boolean {
    const [method = 'email'] = this.#laidDown.values();
    const isAgreed = this.#hasAgreed || method === 'phone' || method === 'in-person';
    return (
      this.way !== 'phone' || isAgreed || ![...answers, 'extension', 'contact-restriction'].includes(kind)
    );
  }
}

/** Letters and calls, each by the notice that it gives, told from notices and from what was done with them. */
export class ByHand {
  readonly #waiting = new Map<string, NoticeOwed>();

  /** @returns whether each comes with what is owed of it */
  owe(notices: readonly NoticeOwed[], events: readonly ComplaintEvent[]): boolean {
    const waiting = notices.filter(({ byHand }) => byHand);
    for (const notice of waiting) this.#waiting.set(notice.id, notice);
    const owed = events.flatMap((event) =>
      event.type === 'ContactOwed' && event.obligation.gives ? [event.obligation] : [],
    );
    return (
      owed.length === waiting.length &&
      waiting.every(({ id, byHand }) =>
        owed.some((each) => each.gives?.notice === id && each.dueOn === byHand?.dueOn),
      )
    );
  }

  tell(event: ComplaintEvent): void {
    if (event.type === 'NoticeGiven') this.#waiting.delete(event.notice);
    // of a complaint that has ended nobody is told of dates
    if (stops.includes(event.type))
      for (const [id, { kind }] of this.#waiting) if (ofDates.includes(kind)) this.#waiting.delete(id);
  }

  /** Only what waits is owed, and what proves that something was in time is until it was given. */
  isOwedBy(complaint: Complaint): boolean {
    const open = openObligations(complaint).flatMap(({ gives }) => (gives ? [gives.notice] : []));
    const mustBe = [...this.#waiting.values()].filter(
      ({ kind, recipient }) => recipient.type === 'complainant' && proving.includes(kind),
    );
    return open.every((id) => this.#waiting.has(id)) && mustBe.every(({ id }) => open.includes(id));
  }
}

const stops: readonly ComplaintEvent['type'][] = [
  'ComplaintClosed',
  'ComplaintWithdrawn',
  'ComplaintExcluded',
  'MergedInto',
];
const ofDates = [
  'extension',
  'update',
  'updates-agreed',
  'clarification',
  'dates-changed',
  'missed-date-apology',
  'reopening',
];
const answers = ['response', 'final-response', 'exclusion', 'points-excluded', 'escalation-refusal'];
const proving = [...answers, 'acknowledgement', 'escalation-acknowledgement'];

/** What an Ombudsman asked for and ordered, each by the date that was written down, until it was done. */
export class Ombudsman {
  readonly #owed = new Map<string, CivilDate>();

  /** What staff write down, which is all that says by when. */
  write({ command, decision }: Step): void {
    if (decision.type === 'Refused') return;
    for (const event of decision.events) {
      if (event.type === 'OmbudsmanAsked' && command.type === 'RecordOmbudsmanRequest')
        this.#owed.set(event.request, command.dueOn);
      if (event.type === 'OmbudsmanDetermined' && command.type === 'RecordDetermination')
        for (const [index, { dueOn }] of command.orders.entries())
          this.#owed.set(event.orders[index]?.order.order ?? 'nothing', dueOn);
    }
  }

  tell(event: ComplaintEvent): void {
    if (event.type === 'OmbudsmanAnswered') this.#owed.delete(event.request);
    if (event.type === 'OrderMet') this.#owed.delete(event.order);
  }

  isOwedBy(complaint: Complaint): boolean {
    const owed = openObligations(complaint).filter(({ kind }) => kind.startsWith('ombudsman-'));
    return owed.length === this.#owed.size && owed.every(({ id, dueOn }) => this.#owed.get(id) === dueOn);
  }
}

export type Dated = EventOf<'ComplaintReceived'>['obligations'][number];

/** What an event makes the landlord owe. */
export function owedBy(event: ComplaintEvent): Dated[] {
  const owed: Dated[] = [];
  if ('obligations' in event) owed.push(...event.obligations);
  if ('obligation' in event && typeof event.obligation === 'object') owed.push(event.obligation);
  if ('update' in event && event.update) owed.push(event.update);
  if ('next' in event && event.next) owed.push(event.next);
  if (event.type === 'ResponseSent' && event.learning) owed.push(event.learning);
  if (event.type === 'ActionReplaced' && event.replacement) owed.push(event.replacement.obligation);
  if (event.type === 'OmbudsmanDetermined') owed.push(...event.orders.map(({ obligation }) => obligation));
  return owed;
}
