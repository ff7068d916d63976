import type { Refusal } from '../domain/refusals.ts';
import { afterAnswer } from './refusals/after-answer.ts';
import { answer } from './refusals/answer.ts';
import { arrangements } from './refusals/arrangements.ts';
import { escalation } from './refusals/escalation.ts';
import { intake } from './refusals/intake.ts';
import { ombudsman } from './refusals/ombudsman.ts';
import { people } from './refusals/people.ts';
import { tasks } from './refusals/tasks.ts';
import type { Tellers, ToldRefusal } from './refusals/telling.ts';
import { times } from './refusals/times.ts';

const tellers: Tellers = {
  ...times,
  ...people,
  ...answer,
  ...tasks,
  ...escalation,
  ...afterAnswer,
  ...ombudsman,
  ...arrangements,
  ...intake,
};

export function tellRefusal(refusal: Refusal): ToldRefusal {
  const tell = tellers[refusal.type] as (refusal: Refusal) => ToldRefusal;
  return tell(refusal);
}
