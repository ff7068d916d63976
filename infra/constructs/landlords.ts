import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkWordings, sayProblems } from '../notices/check-wordings.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'shared/landlords');

/** Ids of the landlords whose policies are in the repository, in the same order on every machine. */
export function shippedLandlords(): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'policy.json')))
    .sort();
}

/** @throws Error where a wording leaves out what it must say, or cannot be written out: none is deployed so */
export function refuseUnusableWordings(): void {
  const problems = checkWordings(root);
  if (problems.length > 0) throw new Error(`Notices cannot be written so:\n${sayProblems(problems)}`);
}
