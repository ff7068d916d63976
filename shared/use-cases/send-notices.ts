import { addMinutes, type Instant } from '../domain/london-time.ts';
import { nameOwner } from '../domain/notice-owner.ts';
import { sendLanes } from '../domain/notices.ts';
import type { SendQueue } from '../domain/stored-notice.ts';
import type { CircuitKeeper } from '../ports/circuit-keeper.ts';
import type { QueuedNotice } from '../ports/complaint-store.ts';
import { inParallel } from './in-parallel.ts';
import { type Line, readLine } from './line.ts';
import { createPace } from './pace.ts';
import { type Ended, endWait, type SendOnePorts, sendOne } from './send-one.ts';
import { createTally, type SendReport, type SendTally } from './send-tally.ts';

export type { SendReport } from './send-tally.ts';

export interface SendPorts extends SendOnePorts {
  circuit: CircuitKeeper;
  /** mails a second, all senders together */
  rate: number;
  wait: (milliseconds: number) => Promise<void>;
}

/** A hint with the queue that it was found in. */
interface Found extends QueuedNotice {
  queue: SendQueue;
}

const setAsideMinutes = 60;
const atOnce = 8;
/** So many keys of a queue are read, which is more than a run can send: what is left is the next run’s. */
const mostKeys = 5000;

/**
 * Moves on what waited in vain, then sends what is due: the statutory lane first, in each lane the oldest duty first.
 * Repeated, late, cut off half-way or run twice at once it sends nothing twice.
 */
export async function sendNotices(ports: SendPorts): Promise<SendReport> {
  const line = await readLine(ports.circuit, ports.clock);
  const tally = createTally();
  await endWaits(ports, tally);
  const lanes = await Promise.all(sendLanes.map((lane) => readQueue(ports, lane)));
  lanes.forEach(tally.foundUnsent);
  const pace = createPace(ports);
  const send = async (hint: Found) => {
    tally.count(hint, await orSetAside(ports, hint, () => sendOne(ports, line, pace, hint.key)));
    await line.tell();
  };
  const now = ports.clock();
  const due = lanes.map((hints) => inOrder(hints, now));
  const asked = await askWhileOpen(ports, line, due.flat(), send);
  for (const hints of due)
    await sendLane(
      ports,
      line,
      hints.filter((hint) => !asked.has(hint)),
      send,
    );
  await line.end();
  return tally.report(ports.clock(), line.isOpen());
}

/** Nothing is sent here: what is to be sent once more is back in its lane before the lanes are read. */
async function endWaits(ports: SendPorts, tally: SendTally): Promise<void> {
  const now = ports.clock();
  const unknown = await readQueue(ports, 'unknown');
  tally.foundUnknown(unknown);
  const waiting = [
    ...(await readQueue(ports, 'sending', now)),
    ...unknown.filter(({ wakeAt }) => wakeAt <= now),
    ...(await readQueue(ports, 'accepted', now)),
  ];
  await inParallel(atOnce, waiting, async (hint) => {
    if (!ports.hasTime()) return 'stop';
    tally.count(hint, await orSetAside(ports, hint, () => endWait(ports, hint.key)));
    return 'go-on';
  });
}

/**
 * While the line is open one notice after the other asks whether it may close. Each time another begins, of whichever
 * lane, so that one that no mail system would take cannot keep it open, and few have asked so often that they are given up.
 *
 * @returns those that asked, or turned out not to be for sending
 */
async function askWhileOpen(
  { hasTime }: SendPorts,
  line: Line,
  due: readonly Found[],
  send: (hint: Found) => Promise<void>,
): Promise<Set<Found>> {
  const asked = new Set<Found>();
  const first = line.probes() % Math.max(due.length, 1);
  for (const hint of [...due.slice(first), ...due.slice(0, first)]) {
    if (line.admits() !== 'one' || !hasTime()) break;
    asked.add(hint);
    await send(hint);
  }
  return asked;
}

async function sendLane(
  { hasTime }: SendPorts,
  line: Line,
  hints: readonly Found[],
  send: (hint: Found) => Promise<void>,
): Promise<void> {
  await inParallel(atOnce, hints, async (hint) => {
    if (line.isOpen() || !hasTime()) return 'stop';
    await send(hint);
    return 'go-on';
  });
}

async function readQueue({ store }: SendPorts, queue: SendQueue, until?: Instant): Promise<Found[]> {
  const hints: Found[] = [];
  for await (const hint of store.queue(queue, until)) if (hints.push({ ...hint, queue }) === mostKeys) break;
  return hints;
}

/** Those that are due, by the day that hangs on them, and of one day by when they became owed. */
function inOrder(hints: readonly Found[], now: Instant): Found[] {
  const due = hints.filter(({ wakeAt }) => wakeAt <= now);
  const placeOf = ({ duty, owedAt, key }: Found) => `${duty}#${owedAt}#${nameOwner(key.owner)}#${key.id}`;
  return due.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

/** A notice that cannot be handled waits an hour, so that it never blocks the others. */
async function orSetAside(
  { store, clock, report }: SendPorts,
  { key, queue }: Found,
  handle: () => Promise<Ended>,
): Promise<Ended | 'setAside'> {
  try {
    return await handle();
  } catch (error) {
    report({ type: 'set-aside', key, error });
    await store.setNoticeAside(key, queue, addMinutes(clock(), setAsideMinutes));
    return 'setAside';
  }
}
