import { expect, it } from 'vitest';
import type { Circuit } from '../../shared/domain/circuit.ts';
import type { CircuitKeeper } from '../../shared/ports/circuit-keeper.ts';
import { at } from '../support/rules.ts';

const opened: Circuit = {
  failuresInRow: 3,
  opened: {
    at: at('2027-01-05T12:00:00Z'),
    error: 'AccountSendingPausedException',
    probes: 1,
    probeAt: at('2027-01-05T12:01:00Z'),
  },
};

/** What every keeper of the circuit promises, whatever it keeps it in. */
export function circuitKeeperSuite(makeKeeper: () => Promise<CircuitKeeper>): void {
  it('is closed as long as nothing was told', async () => {
    const keeper = await makeKeeper();
    expect(await keeper.read()).toEqual({ failuresInRow: 0 });
  });

  it('is as it was last told, by whomever, with nothing left of what was told before', async () => {
    const keeper = await makeKeeper();
    await keeper.save(opened);
    expect(await keeper.read()).toEqual(opened);
    await keeper.save({ failuresInRow: 1 });
    expect(await keeper.read()).toEqual({ failuresInRow: 1 });
  });
}
