import { randomUUID } from 'node:crypto';
import { type CivilDate, describeDate } from '../../../shared/domain/civil-date.ts';
import {
  instant,
  instantOf,
  londonDateOf,
  londonInstant,
  londonTimeOf,
} from '../../../shared/domain/london-time.ts';
import type { AcceptedMail } from '../aws-call.ts';
import type { LocalStack } from '../stack.ts';
import { expectStatus, type StaffClient } from '../staff-client.ts';
import type { SharedClock } from './shared-clock.ts';

export interface Promised {
  id: string;
  kind: string;
  dueOn: CivilDate;
  explanation: string;
  state?: string;
}

export interface Changed {
  status: string;
  stage: number;
  obligations: Promised[];
}

/** Waits for its time, does what people do with one complaint, and says what comes into the inbox about it meanwhile. */
export class Teller {
  readonly stack: LocalStack;
  readonly say: (line: string) => void;
  readonly #clock: SharedClock;
  #reference = '';
  #told = 0;
  #day: CivilDate | undefined;

  constructor(stack: LocalStack, clock: SharedClock, say: (line: string) => void) {
    this.stack = stack;
    this.#clock = clock;
    this.say = say;
  }

  /** the complaint that the tale is about: mail about another is told by another */
  about(reference: string): void {
    this.#reference = reference;
  }

  /** goes to that time, and says what somebody does then */
  async act(day: string, time: string, sentence: string): Promise<void> {
    await this.until(day, time);
    this.#head(day as CivilDate);
    this.say(`  ${time}  ${sentence}`);
  }

  async until(day: string, time: string): Promise<void> {
    await this.#clock.until(londonInstant(day as CivilDate, time));
    this.#mails();
  }

  /** lets a minute pass, in which mail that nothing nudges is sent */
  async wait(): Promise<void> {
    await this.#clock.until(instantOf(this.stack.now() + 60_000));
    this.#mails();
  }

  async change(client: StaffClient, command: string, body: object): Promise<Changed> {
    const changed = await expectStatus(await client.change(this.#reference, command, body), 200);
    await this.stack.settle();
    this.#mails();
    return changed;
  }

  /** tries what is refused, and tells why */
  async refused(client: StaffClient, command: string, body: object): Promise<void> {
    const { detail } = await expectStatus(await client.change(this.#reference, command, body), 409);
    this.quote(detail);
  }

  async read(client: StaffClient): Promise<Changed> {
    return expectStatus(await client.get(`/staff/complaints/${this.#reference}`), 200);
  }

  /** tells what is owed now */
  async owed(client: StaffClient): Promise<void> {
    const { obligations } = await this.read(client);
    this.promises(obligations.filter(({ state }) => state === 'open'));
  }

  async post(path: string, body: object, status: number, headers: Record<string, string> = {}) {
    const response = await this.stack.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      body: JSON.stringify(body),
    });
    return expectStatus(response, status);
  }

  promises(obligations: Promised[]): void {
    for (const { kind, dueOn, explanation, state } of obligations) {
      this.say(`    ${kind} by ${describeDate(dueOn)}${state ? `, ${state}` : ''}`);
      if (state !== 'met') this.say(`      ${explanation}`);
    }
  }

  quote(text: string): void {
    this.say(`    “${text}”`);
  }

  mails(): AcceptedMail[] {
    return this.stack.mails().filter(({ tags }) => tags.complaint === this.#reference);
  }

  #mails(): void {
    const mails = this.mails();
    for (const mail of mails.slice(this.#told)) this.#mail(mail);
    this.#told = mails.length;
  }

  #mail({ at, to, subject }: AcceptedMail): void {
    this.#head(londonDateOf(instant(at)));
    this.say(`  ${londonTimeOf(instant(at))}  mail to ${to.join(', ')}`);
    this.say(`         ${subject}`);
  }

  #head(day: CivilDate): void {
    if (day === this.#day) return;
    this.#day = day;
    this.say('');
    this.say(describeDate(day));
  }
}
