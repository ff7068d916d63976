import type { Refusal } from '../../domain/refusals.ts';

/** How a refusal is told: which field it is about, if one, which clause it follows, and what would make it possible. */
export interface ToldRefusal {
  detail: string;
  field?: string;
  /** of the Complaint Handling Code 2024 */
  clause?: string;
}

/** One sentence for each type of refusal. */
export type Tellers = {
  [Type in Refusal['type']]: (refusal: Extract<Refusal, { type: Type }>) => ToldRefusal;
};
