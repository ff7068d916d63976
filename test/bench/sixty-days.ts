import { startJourneyStack } from '../support/local-stack.ts';
import { complainAs } from '../support/sending-journey.ts';
import { promise, tell, timed } from './figures.ts';

/** Sixty simulated days of a hundred complaints that nobody deals with. */
export async function benchSixtyDays(): Promise<void> {
  const stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  try {
    for (let sent = 0; sent < 100; sent++) await complainAs(stack, `resident${sent}`);
    await stack.settle();
    const { seconds } = await timed(() => stack.moveClock('2027-02-21T15:00:00Z'));
    tell('seconds for 60 days with 100 complaints (aim: under 30)', seconds.toFixed(1));
    promise('it took no more than three times as many', seconds <= 3 * 30, true);
    tell('mails sent', stack.mails().length);
    tell('mails a second', Math.round(stack.mails().length / seconds));
  } finally {
    await stack.stop();
  }
}
