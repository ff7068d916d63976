import { addDays, type CivilDate } from '../../../shared/domain/civil-date.ts';
import type { Policy, PolicyVersion } from '../../../shared/domain/policy.ts';
import { type LandlordId, variantOf } from '../../support/rules.ts';
import type { Dice } from './dice.ts';

type Version = Policy['versions'][number];

/** A landlord's policy as it ships but for who reviews; in half of the histories another version follows during it. */
export function imaginePolicy(dice: Dice, landlord: LandlordId, begins: CivilDate): Policy {
  const first = vary(dice, landlord);
  if (dice.chance(0.5)) return { landlord, versions: [first] };
  const effectiveFrom = addDays(begins, dice.below(60) - 8);
  return { landlord, versions: [first, { ...change(dice, vary(dice, landlord)), effectiveFrom }] };
}

function vary(dice: Dice, landlord: LandlordId): Version {
  const review = dice.pick(['none', 'before', 'after'] as const);
  const { landlord: _, ...version } = variantOf(landlord, {
    review,
    beyond: dice.pick(['good-reason', 'second-person']),
  });
  return version;
}

/** Other times than before, no longer than the Code's, and counted from elsewhere. */
function change(dice: Dice, version: Version): Version {
  const { stage1, stage2, inside } = version;
  const learning = { unit: 'working-days', count: 10, source: 'practice', clause: '9.1' } as const;
  return {
    ...version,
    stage1: shorten(dice, stage1),
    stage2: shorten(dice, stage2),
    inside: { ...inside, ...(dice.chance(0.5) && { learning }) },
  };
}

function shorten<Stage extends PolicyVersion['stage1']>(dice: Dice, stage: Stage): Stage {
  const { acknowledgement, response } = stage;
  return {
    ...stage,
    acknowledgement: { ...acknowledgement, count: acknowledgement.count - dice.below(3) },
    response: {
      ...response,
      count: response.count - dice.below(4),
      countedFrom: dice.pick(['receipt', 'acknowledgement'] as const),
    },
  };
}

/** Which version is in force on a day, told apart from how the product finds it. */
export function inForceOn({ versions }: Policy, on: CivilDate): string {
  const [first, second] = versions;
  return second && second.effectiveFrom <= on ? second.effectiveFrom : (first?.effectiveFrom ?? '');
}
