import { type Receive, receive } from './commands/receive.ts';
import { type RecordDelivery, recordDelivery } from './commands/record-delivery.ts';
import { type TimePassed, timePassed } from './commands/time-passed.ts';
import type { Complaint } from './complaint.ts';
import type { Context, Decision } from './decision.ts';

/** A command about a complaint that exists. */
export type Command = TimePassed | RecordDelivery;

/**
 * Decides what a command does to a complaint. Pure: time comes with the context, ids with the command.
 *
 * @returns the events that happened and the notices owed, or the reason why nothing did
 */
export function decide(state: undefined, command: Receive, context: Context): Decision;
export function decide(state: Complaint, command: Command, context: Context): Decision;
export function decide(state: Complaint | undefined, command: Receive | Command, context: Context): Decision {
  if (command.type === 'Receive') return receive(command, context);
  if (!state) throw new Error(`${command.type} needs a complaint`);
  switch (command.type) {
    case 'TimePassed':
      return timePassed(state, context);
    case 'RecordDelivery':
      return recordDelivery(command);
  }
}
