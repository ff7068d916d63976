import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate, describeDate } from '../../shared/domain/civil-date.ts';
import {
  instant,
  instantOf,
  londonDateOf,
  londonInstant,
  londonTimeOf,
} from '../../shared/domain/london-time.ts';
import type { AcceptedMail } from './aws-call.ts';
import type { LocalStack } from './stack.ts';
import { expectStatus, type StaffClient } from './staff-client.ts';

export interface Promised {
  id: string;
  kind: string;
  dueOn: CivilDate;
  explanation: string;
  state?: string;
  metOn?: CivilDate;
}

export interface Changed {
  status: string;
  obligations: Promised[];
}

/** Moves the clock, does what people do, and says what comes into the inbox meanwhile. */
export class Teller {
  readonly stack: LocalStack;
  readonly say: (line: string) => void;
  #told = 0;
  #day: CivilDate | undefined;

  constructor(stack: LocalStack, say: (line: string) => void) {
    this.stack = stack;
    this.say = say;
  }

  /** goes to that time day by day, and says what somebody does then */
  async act(day: string, time: string, sentence: string): Promise<void> {
    await this.until(day as CivilDate, time);
    this.#head(day as CivilDate);
    this.say(`  ${time}  ${sentence}`);
  }

  async until(day: CivilDate, time: string): Promise<void> {
    const end = londonInstant(day, time);
    let next = londonDateOf(instantOf(this.stack.now()));
    while (next < day) {
      await this.#move(londonInstant(next, '23:59'));
      next = addDays(next, 1);
    }
    await this.#move(end);
  }

  /** lets a minute pass, in which mail that nothing nudges is sent */
  async wait(): Promise<void> {
    await this.#move(instantOf(this.stack.now() + 60_000));
  }

  async change(client: StaffClient, reference: string, command: string, body: object): Promise<Changed> {
    const changed = await expectStatus(await client.change(reference, command, body), 200);
    await this.stack.settle();
    this.#mails();
    return changed;
  }

  async refusal(client: StaffClient, reference: string, command: string, body: object): Promise<string> {
    return (await expectStatus(await client.change(reference, command, body), 409)).detail;
  }

  async read(client: StaffClient, reference: string): Promise<Changed> {
    return expectStatus(await client.get(`/staff/complaints/${reference}`), 200);
  }

  async post(path: string, body: object, status: number) {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const response = await this.stack.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
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

  async #move(to: string): Promise<void> {
    if (instant(to) <= instantOf(this.stack.now())) return;
    await this.stack.moveClock(to);
    this.#mails();
  }

  #mails(): void {
    const mails = this.stack.mails();
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
