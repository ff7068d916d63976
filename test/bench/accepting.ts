import { startJourneyStack } from '../support/local-stack.ts';
import { complainAs } from '../support/sending-journey.ts';
import { countBy, promise, tell, timed } from './figures.ts';

const complaints = 200;

/** What accepting a complaint costs, and what one notice costs from owed to delivered. */
export async function benchAccepting(): Promise<void> {
  const stack = await startJourneyStack({ now: '2026-12-23T15:00:00Z' });
  try {
    const { seconds } = await timed(async () => {
      for (let sent = 0; sent < complaints; sent++) await complainAs(stack, `resident${sent}`);
    });
    await stack.settle();
    const calls = stack.calls();
    const intake = calls.filter((call) => call.function === 'resident-api');
    // the only query among them: what a function reads of the calendar it keeps for five minutes
    const readings = intake.filter(({ operation }) => operation === 'Query');
    promise('AWS calls for each complaint accepted', (intake.length - readings.length) / complaints, 1);
    promise('readings of the calendar for all of them', readings.length, 1);
    tell('write units for each complaint accepted', units(intake, 'write') / complaints);
    tell('complaints accepted a second, one after the other', Math.round(complaints / seconds));
    const sending = calls.filter((call) => call.function !== 'resident-api' && call.operation !== 'Query');
    for (const [operation, count] of Object.entries(
      countBy(sending, (call) => `${call.function} ${call.operation}`),
    )) {
      tell(`calls for each notice: ${operation}`, count / complaints);
    }
  } finally {
    await stack.stop();
  }
}

function units(calls: readonly { read: number; write: number }[], kind: 'read' | 'write'): number {
  return calls.reduce((sum, call) => sum + call[kind], 0);
}
