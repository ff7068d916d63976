import type { CivilDate } from '../../../shared/domain/civil-date.ts';
import type { Complaint } from '../../../shared/domain/complaint.ts';
import type { ComplaintEvent, EventOf } from '../../../shared/domain/events.ts';
import { londonDateOf } from '../../../shared/domain/london-time.ts';
import { owedBy } from './ledger.ts';

/** The dates that one promise had. */
interface Dates {
  dueOn: CivilDate;
  /** the Code's own, where that is another one */
  codeDueOn: CivilDate | undefined;
  /** those that passed unkept */
  passed: Set<CivilDate>;
  open: boolean;
  metOn?: CivilDate | undefined;
}

const stagePrefix = (event: { stage?: 2 | undefined }) => (event.stage === 2 ? 'stage-2' : 'stage-1');

/**
 * By when everything was due, told from events alone: a promise is kept by our policy on or before the last date that
 * stood, where none before it had passed unkept, and by the Code on or before its own date.
 */
export class Kept {
  readonly #dates = new Map<string, Dates>();
  /** the dates that an extension put off, by its id */
  readonly #former = new Map<string, Pick<Dates, 'dueOn' | 'codeDueOn'>>();
  /** what each letter or call tells, by its notice */
  readonly #proofs = new Map<string, readonly string[]>();
  #stage: 'stage-1' | 'stage-2' = 'stage-1';

  /** Whether what was met is said to be kept as it was, and everything is due when it is. */
  agreesWith({ obligations }: Complaint): boolean {
    return obligations.every(({ id, dueOn, codeDueOn, met }) => {
      const told = this.#dates.get(id);
      if (!told || told.dueOn !== dueOn || told.codeDueOn !== codeDueOn) return false;
      if (!met) return true;
      const byPolicy = met.on <= told.dueOn && told.passed.size === 0;
      const byCode = told.codeDueOn ? met.on <= told.codeDueOn : byPolicy;
      return met.keptPolicy === byPolicy && met.keptCode === byCode;
    });
  }

  tell(event: ComplaintEvent): void {
    for (const { id, dueOn, codeDueOn } of owedBy(event))
      this.#dates.set(id, { dueOn, codeDueOn, passed: this.#passedBefore(event, id), open: true });
    switch (event.type) {
      case 'ComplaintAcknowledged':
        this.#meet(`${stagePrefix(event)}-acknowledgement`, event.on);
        this.#move(`${stagePrefix(event)}-response`, event.response?.dueOn, event.codeDueOn);
        break;
      case 'ExtensionTookEffect':
      case 'ExtensionCameTooLate':
      case 'ExtensionNotReached':
        this.#putOff(event);
        break;
      case 'DateCorrected':
        this.#correct(event);
        break;
      case 'DatesRecounted':
        for (const each of event.missed ?? []) this.#pass(each);
        for (const { obligation, deadline, codeDueOn } of event.dates)
          this.#move(obligation, deadline.dueOn, codeDueOn);
        break;
      case 'NoticeDelivered':
        this.#close(`contact-${event.notice}`);
        break;
      case 'ActionUpdated':
        if (event.moved?.missed) this.#pass(event.action);
        if (event.moved) this.#move(event.action, event.moved.deadline.dueOn, undefined);
        break;
      default:
        this.#goOn(event);
    }
  }

  /** A call that is owed anew after a later failure was late already where its day was over by then. */
  #passedBefore(event: ComplaintEvent, id: string): Set<CivilDate> {
    const before = event.type === 'ContactOwed' ? this.#dates.get(id) : undefined;
    if (!before || event.type !== 'ContactOwed') return new Set();
    const { derivation } = event.obligation;
    const isLate = before.open && 'startOn' in derivation && before.dueOn < derivation.startOn;
    return new Set([...before.passed, ...(isLate ? [before.dueOn] : [])]);
  }

  #goOn(event: ComplaintEvent): void {
    switch (event.type) {
      case 'ContactOwed':
        if (event.obligation.proves && event.obligation.gives?.kind !== 'extension')
          this.#proofs.set(event.notice, event.obligation.proves);
        break;
      case 'NoticeGiven':
        this.#give(event);
        break;
      case 'EscalationRequested':
        if (this.#dates.get('stage-1-response')?.open) this.#pass('stage-1-response');
        this.#close('stage-1');
        this.#stage = 'stage-2';
        break;
      case 'EscalationRefused':
        this.#close('stage-2');
        this.#stage = 'stage-1';
        break;
      case 'ResponseSent':
        this.#close(stagePrefix(event));
        break;
      case 'ComplaintClosed':
      case 'MergedInto':
        this.#close('contact-');
        break;
      case 'ComplaintWithdrawn':
      case 'ComplaintExcluded':
        this.#close('contact-');
        for (const id of this.#open()) {
          const dates = this.#dates.get(id);
          if (dates && dates.dueOn < londonDateOf(event.happenedAt)) this.#pass(id);
        }
        break;
      case 'ComplaintAccepted':
      case 'ComplaintReopened':
        for (const each of event.renewed) this.#renew(each);
    }
  }

  #renew({ obligation, deadline, codeDueOn }: EventOf<'ComplaintAccepted'>['renewed'][number]): void {
    const dates = this.#dates.get(obligation);
    if (dates?.metOn && dates.metOn > dates.dueOn) this.#pass(obligation);
    this.#move(obligation, deadline.dueOn, codeDueOn);
    if (dates) Object.assign(dates, { open: true, metOn: undefined });
  }

  #open(): string[] {
    const ofStage = [...this.#dates].filter(([id, { open }]) => open && id.startsWith(this.#stage));
    return ofStage.map(([id]) => id);
  }

  #close(stage: string): void {
    for (const [id, dates] of this.#dates) if (id.startsWith(stage)) dates.open = false;
  }

  #meet(id: string, metOn: CivilDate): void {
    const dates = this.#dates.get(id);
    if (dates) Object.assign(dates, { open: false, metOn });
  }

  /** What was decided in time and told late was late. */
  #give({ notice, on }: EventOf<'NoticeGiven'>): void {
    for (const id of this.#proofs.get(notice) ?? []) {
      const dates = this.#dates.get(id);
      if (dates?.metOn && on > dates.metOn) dates.metOn = on;
    }
  }

  #pass(id: string): void {
    const dates = this.#dates.get(id);
    dates?.passed.add(dates.dueOn);
  }

  #move(id: string, dueOn: CivilDate | undefined, codeDueOn: CivilDate | undefined): void {
    const dates = this.#dates.get(id);
    if (dates) Object.assign(dates, { dueOn: dueOn ?? dates.dueOn, codeDueOn });
  }

  /** What was put off in time is put off by the Code too; what was not keeps the Code's own date. */
  #putOff(event: EventOf<'ExtensionTookEffect' | 'ExtensionCameTooLate' | 'ExtensionNotReached'>): void {
    const dates = this.#dates.get(`${this.#stage}-response`);
    if (!dates) return;
    const former = this.#former.get(event.extension);
    if (event.type === 'ExtensionNotReached') {
      this.#close(`contact-${event.extension}`);
      Object.assign(dates, former);
      return;
    }
    const { dueOn, codeDueOn } = former ?? dates;
    this.#former.set(event.extension, { dueOn, codeDueOn });
    const moved = event.deadline.dueOn;
    const late = event.type === 'ExtensionCameTooLate';
    if (late) dates.passed.add(dueOn);
    else dates.passed.delete(dueOn);
    const putOff = codeDueOn && codeDueOn <= moved ? undefined : codeDueOn;
    Object.assign(dates, { dueOn: moved, codeDueOn: late ? codeDueOn : putOff });
  }

  #correct({ what, on, acknowledgement, response, codeDueOn, missed }: EventOf<'DateCorrected'>): void {
    const stage = what === 'received' || what === 'acknowledged' ? 'stage-1' : 'stage-2';
    for (const id of missed ?? []) this.#pass(id);
    this.#move(`${stage}-acknowledgement`, acknowledgement.dueOn, acknowledgement.codeDueOn);
    if (response) this.#move(`${stage}-response`, response.dueOn, codeDueOn);
    if (what.endsWith('acknowledged')) this.#meet(`${stage}-acknowledgement`, on);
  }
}
