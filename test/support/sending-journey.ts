import { createStaffClient, expectStatus, type StaffClient } from '../../infra/local/staff-client.ts';
import type { JourneyStack } from './local-stack.ts';

/** What journeys about mail on its way ask of the stack. */

interface NoticeState {
  id: string;
  to: string;
  state: string;
  attempts: number;
}

/** A complaint of somebody who is mailed about nothing else: one address is mailed a few times a day only. */
export async function complainAs(stack: JourneyStack, resident: string): Promise<string> {
  const { reference } = await stack.accepted('day-zero', {
    complainant: { name: 'Sam Okafor', email: `${resident}@example.com` },
    description: 'The communal door has been broken for three weeks.',
  });
  return reference;
}

/** Lets the sender be woken so many times at once. */
export async function wakeSender(stack: JourneyStack, times: number): Promise<void> {
  const sender = stack.system.functions.find(({ name }) => name === 'send-notices');
  if (sender === undefined) throw new Error('there is no sender');
  const woken = Array.from({ length: times }, () => stack.runtime.invoker.invoke(sender.arn, {}));
  await Promise.all(woken);
  await stack.settle();
}

/** How often SES took the mails of a complaint, notice by notice. */
export function timesTaken(stack: JourneyStack, reference: string): Record<string, number> {
  const times: Record<string, number> = {};
  for (const { tags } of stack.mails()) {
    const { complaint, notice = '' } = tags;
    if (complaint === reference) times[notice] = (times[notice] ?? 0) + 1;
  }
  return times;
}

/** Brings SES's event about every mail of a complaint. */
export async function bringEvents(stack: JourneyStack, reference: string, type: string): Promise<void> {
  for (const { messageId, tags } of stack.mails()) {
    if (tags.complaint !== reference) continue;
    const path = `/_local/mail/${messageId}/event`;
    const event = await stack.request(path, { method: 'POST', body: JSON.stringify({ type }) });
    if (!event.ok) throw new Error(`${event.status}: ${await event.text()}`);
  }
  await stack.settle();
}

/** Somebody who may read every complaint of the landlord. */
export function reader(stack: JourneyStack): StaffClient {
  return createStaffClient(stack, {
    name: 'Marta Nowak',
    email: 'marta@larkfield-homes.example',
    roles: ['manager'],
    landlords: ['day-zero'],
  });
}

/** The notices of a complaint as staff see them. */
export async function noticesOf(client: StaffClient, reference: string): Promise<NoticeState[]> {
  const { notices } = await expectStatus(await client.get(`/staff/complaints/${reference}/notices`), 200);
  return notices;
}
