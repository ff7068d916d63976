import { beforeAll, describe, expect, it } from 'vitest';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { accepted, type Claim, claims, faults, happened, refused, total } from './histories/claims.ts';
import { everyEvent, everyRefusal } from './histories/every.ts';
import { imagined } from './histories/imagined.ts';
import { live } from './histories/life.ts';

const histories = 300;
const length = 80;
const lives: Complaint[] = [];

describe('each of three hundred random histories of eighty commands, under six policies', () => {
  beforeAll(() => {
    for (let seed = 1; seed <= histories; seed++) lives.push(live(seed, length));
  }, 300_000);

  it.each(Object.entries(claims) as [Claim, string][])('%s: %s', (name) => {
    expect((faults.get(name) ?? []).slice(0, 5)).toEqual([]);
  });
});

describe('the histories together', () => {
  it('accept at least half of what is asked for', () => {
    expect(total(accepted) / (total(accepted) + total(refused))).toBeGreaterThan(0.5);
  });

  it('go to stage 2 in every second, and to the end of it in every fifth', () => {
    const atStage2 = lives.filter(({ stage }) => stage === 2);
    expect(atStage2.length).toBeGreaterThan(histories / 2);
    expect(atStage2.filter(({ respondedOn }) => respondedOn).length).toBeGreaterThan(histories / 5);
  });

  it('accept every command at least once', () => {
    expect([...accepted.keys()].sort()).toEqual([...Object.keys(imagined), 'Receive'].sort());
  });

  it('refuse for every reason that there is', () => {
    expect([...refused.keys()].sort()).toEqual(everyRefusal);
  });

  it('tell of everything that can happen', () => {
    expect([...happened.keys()].sort()).toEqual(everyEvent);
  });
});
