import { describe, expect, it } from 'vitest';
import {
  admits,
  afterAttempt,
  type Circuit,
  circuitSchema,
  closedCircuit,
} from '../../shared/domain/circuit.ts';
import type { SendOutcome } from '../../shared/domain/sending.ts';
import { at } from '../support/rules.ts';

const accepted: SendOutcome = { type: 'accepted', messageId: 'm-1' };
const refused: SendOutcome = { type: 'refused', error: 'MessageRejected' };
const retry: SendOutcome = { type: 'retry', error: 'Throttling' };
const unknown: SendOutcome = { type: 'unknown', error: 'TimeoutError' };
const stop: SendOutcome = { type: 'stop-the-line', error: 'AccountSendingPausedException' };

const noon = '2027-01-05T12:00:00Z';
const circuitAfter = (outcomes: SendOutcome[], now = noon, circuit: Circuit = closedCircuit) =>
  outcomes.reduce((each, outcome) => afterAttempt(each, outcome, at(now)), circuit);
const open = circuitAfter([stop]);

describe('whether mail may leave', () => {
  it('is no more than a guess until three attempts in a row fail, whoever they were to', () => {
    expect(circuitAfter([retry, unknown])).toEqual({ failuresInRow: 2 });
    expect(circuitAfter([retry, unknown, retry]).opened).toEqual({
      at: '2027-01-05T12:00:00.000Z',
      error: 'Throttling',
      probes: 0,
      probeAt: '2027-01-05T12:01:00.000Z',
    });
  });

  it.each([accepted, refused])('begins anew where SES $type one: it takes mail', (outcome) => {
    expect(circuitAfter([retry, unknown, outcome])).toEqual({ failuresInRow: 0 });
    expect(circuitAfter([retry, unknown, outcome, retry, retry]).opened).toBeUndefined();
  });

  it('is told by no failure of one mail alone, however often, nor kept from it', () => {
    const ofMail: SendOutcome = { type: 'retry', error: 'InvalidTemplateException', ofMail: true };
    expect(circuitAfter([ofMail, ofMail, ofMail, ofMail])).toEqual({ failuresInRow: 0 });
    expect(circuitAfter([retry, ofMail, retry, ofMail])).toEqual({ failuresInRow: 2 });
    expect(circuitAfter([ofMail], '2027-01-05T12:01:00Z', open)).toEqual(open);
  });

  it('is no at once where SES takes no mail whoever it is to', () => {
    expect(open.opened).toMatchObject({
      error: 'AccountSendingPausedException',
      probeAt: '2027-01-05T12:01:00.000Z',
    });
    expect(circuitSchema.parse(open)).toEqual(open);
  });

  it.each<[string, Circuit, string, string]>([
    ['any number', closedCircuit, noon, 'all'],
    ['any number after single failures', { failuresInRow: 2 }, noon, 'all'],
    ['none until it is time to ask', open, '2027-01-05T12:00:59.999Z', 'none'],
    ['one to ask with', open, '2027-01-05T12:01:00Z', 'one'],
  ])('lets through %s', (_, circuit, now, many) => {
    expect(admits(circuit, at(now))).toBe(many);
  });

  it('is asked after 1, 2, 4 and 8 minutes, and every ten from then on', () => {
    let circuit = open;
    const asked: (string | undefined)[] = [];
    for (let probe = 0; probe < 6; probe++) {
      asked.push(circuit.opened?.probeAt);
      circuit = circuitAfter([stop], circuit.opened?.probeAt, circuit);
    }
    expect(asked).toEqual([
      '2027-01-05T12:01:00.000Z',
      '2027-01-05T12:03:00.000Z',
      '2027-01-05T12:07:00.000Z',
      '2027-01-05T12:15:00.000Z',
      '2027-01-05T12:25:00.000Z',
      '2027-01-05T12:35:00.000Z',
    ]);
    expect(circuit.opened).toMatchObject({ at: '2027-01-05T12:00:00.000Z', probes: 6 });
  });

  it('stays no where a probe fails in any way, and is yes again by one that does not', () => {
    for (const outcome of [retry, unknown, stop])
      expect(admits(circuitAfter([outcome], '2027-01-05T12:01:00Z', open), at('2027-01-05T12:02:59Z'))).toBe(
        'none',
      );
    expect(circuitAfter([refused], '2027-01-05T12:01:00Z', open)).toEqual(closedCircuit);
  });
});
