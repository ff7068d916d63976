import { startJourneyStack } from '../support/local-stack.ts';
import { complainAs } from '../support/sending-journey.ts';
import { promise, tell, timed } from './figures.ts';

const complaints = 100;

/** Sixty days with every tick run give the same mail at the same minutes as sixty days of jumps. */
export async function benchEveryTick(): Promise<void> {
  const jumping = await sixtyDays(false);
  const ticking = await sixtyDays(true);
  tell('seconds jumping', jumping.seconds.toFixed(1));
  tell('seconds with every tick', ticking.seconds.toFixed(1));
  tell('mails', jumping.result.length);
  promise('the same mail at the same minutes', ticking.result, jumping.result);
}

async function sixtyDays(everyTick: boolean) {
  const stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z', everyTick });
  try {
    for (let sent = 0; sent < complaints; sent++) await complainAs(stack, `resident${sent}`);
    await stack.settle();
    return await timed(async () => {
      await stack.moveClock('2027-02-21T15:00:00Z');
      return mailsByMinute(stack);
    });
  } finally {
    await stack.stop();
  }
}

/** References are random, so that a mail is known by its minute, recipient and what follows the reference. */
export function mailsByMinute(stack: { mails(): { at: string; to: string[]; subject: string }[] }): string[] {
  return stack
    .mails()
    .map(
      ({ at, to, subject }) =>
        `${at.slice(0, 16)} ${to.join()} ${subject.replace(/[0-9A-Z]{5}-[0-9A-Z]{5}/, '')}`,
    )
    .sort();
}
