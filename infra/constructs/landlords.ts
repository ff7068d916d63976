import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../shared/landlords');

/** Ids of the landlords whose policies are in the repository, in the same order on every machine. */
export function shippedLandlords(): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'policy.json')))
    .sort();
}
