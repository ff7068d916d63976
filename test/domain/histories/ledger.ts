import type { CivilDate } from '../../../shared/domain/civil-date.ts';
import { type Complaint, openObligations } from '../../../shared/domain/complaint.ts';
import type { ComplaintEvent, EventOf } from '../../../shared/domain/events.ts';
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

/** Whether the resident may be mailed, told from events alone: an address was given, and no other way laid down. */
export class Reach {
  #given = false;
  #isSafe = true;
  readonly #otherWays = new Set<string>();

  tell(event: ComplaintEvent): void {
    if (event.type === 'ComplaintReceived' || event.type === 'PartyCorrected')
      this.#given = event.reachableByEmail;
    if (event.type === 'PartyLeft' && event.lead) {
      this.#given = event.reachableByEmail ?? false;
      this.#isSafe = true;
      this.#otherWays.clear();
    }
    if (event.type === 'SafeContactSet' && event.party === undefined) this.#isSafe = event.mayBeMailed;
    if (event.type === 'ContactRestricted' && event.method !== 'email')
      this.#otherWays.add(event.restriction);
    if (event.type === 'RestrictionReviewed' && event.outcome === 'lifted')
      this.#otherWays.delete(event.restriction);
  }

  get byEmail(): boolean {
    return this.#given && this.#isSafe && this.#otherWays.size === 0;
  }
}

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
