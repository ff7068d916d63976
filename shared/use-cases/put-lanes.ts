import type { Reference } from '../domain/reference.ts';
import type { BusEvent, EventBus } from '../ports/event-bus.ts';
import type { TimelineEntry } from '../ports/timeline.ts';
import type { ReadEntry } from '../ports/timeline-reader.ts';

/** What is to be put on the bus of one timeline, in its order; what has been put is taken from it. */
export interface Lane {
  reference: Reference;
  /** undefined where the entry that names it cannot be read */
  landlord: string | undefined;
  waiting: ReadEntry[];
}

export interface LanePorts {
  bus: EventBus;
  /** what other systems are told of an entry, as JSON. @throws where nothing of it may be told */
  describe: (entry: TimelineEntry, landlord: string) => string;
  hasTime: () => boolean;
  report: PublishingReport;
}

export interface PublishingReport {
  /** cannot be told by anybody, and is passed over */
  unreadable(at: { reference: Reference; sequence: number } | undefined, why: unknown): void;
  /** is still to be put, with everything that follows it */
  left(at: { reference: Reference; sequence: number }, why: unknown): void;
}

/**
 * Puts lanes on the bus, call after call. One call carries one event of a complaint at most, since the bus may take any of
 * a call's events and not others: what follows a failed one is not put.
 *
 * @returns how many were put
 */
export async function putLanes(ports: LanePorts, lanes: readonly Lane[]): Promise<number> {
  let open = lanes;
  let put = 0;
  let why: unknown = new Error('no time was left');
  while (ports.hasTime()) {
    const call = fillCall(ports, open);
    if (call.length === 0) break;
    try {
      const failed = await putOnce(ports, call);
      put += call.length - failed.size;
      open = open.filter((lane) => !failed.has(lane));
      if (failed.size > 0) why = new Error('the bus did not take it');
    } catch (error) {
      why = error;
      break;
    }
  }
  for (const { reference, waiting } of lanes) {
    const [first] = waiting;
    if (first) ports.report.left({ reference, sequence: first.sequence }, why);
  }
  return put;
}

type Call = { lane: Lane; event: BusEvent }[];

/** The next event of as many lanes as one call takes. */
function fillCall(ports: LanePorts, lanes: readonly Lane[]): Call {
  const { limits, bytesOf } = ports.bus;
  const call: Call = [];
  let bytes = 0;
  for (const lane of lanes) {
    if (call.length === limits.events) break;
    const event = nextOf(ports, lane);
    if (event === undefined || bytes + bytesOf(event) > limits.bytes) continue;
    bytes += bytesOf(event);
    call.push({ lane, event });
  }
  return call;
}

/** The lanes whose event was not taken. */
async function putOnce({ bus, report }: LanePorts, call: Call): Promise<Set<Lane>> {
  const failed = new Set<Lane>();
  const outcomes = await bus.put(call.map(({ event }) => event));
  for (const [index, { lane, event }] of call.entries()) {
    const outcome = outcomes[index] ?? 'failed';
    if (outcome === 'failed') {
      failed.add(lane);
      continue;
    }
    lane.waiting.shift();
    if (outcome === 'refused') report.unreadable(event, new Error('the bus refuses it'));
  }
  return failed;
}

/** The first that can be told; what stands before it is reported and passed over. */
function nextOf(ports: LanePorts, lane: Lane): BusEvent | undefined {
  for (let [first] = lane.waiting; first; [first] = lane.waiting) {
    try {
      return write(ports, lane, first);
    } catch (error) {
      ports.report.unreadable({ reference: lane.reference, sequence: first.sequence }, error);
      lane.waiting.shift();
    }
  }
  return undefined;
}

function write(
  { bus, describe }: LanePorts,
  { reference, landlord }: Lane,
  { sequence, entry }: ReadEntry,
): BusEvent {
  if (entry === undefined) throw new Error('it is no entry of a timeline');
  if (landlord === undefined) throw new Error('its complaint cannot be read');
  const event = { reference, sequence, type: entry.event.type, detail: describe(entry, landlord) };
  if (bus.bytesOf(event) > bus.limits.bytes) throw new Error('it is too long for the bus');
  return event;
}
