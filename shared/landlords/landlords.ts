import * as z from 'zod/mini';
import { type Ombudsmen, ombudsmenSchema } from '../domain/ombudsman.ts';
import { type Policy, policySchema } from '../domain/policy.ts';
import code2024 from './code-2024/policy.json' with { type: 'json' };
import countedFromReceipt from './counted-from-receipt/policy.json' with { type: 'json' };
import dayZero from './day-zero/policy.json' with { type: 'json' };
import fifteenDayWindow from './fifteen-day-window/policy.json' with { type: 'json' };
import ombudsmenSource from './ombudsmen.json' with { type: 'json' };
import sixMonthLimit from './six-month-limit/policy.json' with { type: 'json' };
import twoOmbudsmen from './two-ombudsmen/policy.json' with { type: 'json' };

export const ombudsmen: Ombudsmen = ombudsmenSchema.parse(ombudsmenSource);

/** Every policy that ships, by landlord; parsed when a function starts, so that a wrong one never handles a complaint. */
export const landlords: ReadonlyMap<string, Policy> = new Map(
  z
    .array(policySchema)
    .parse([sixMonthLimit, fifteenDayWindow, twoOmbudsmen, countedFromReceipt, dayZero, code2024])
    .map((policy) => [policy.landlord, policy]),
);
