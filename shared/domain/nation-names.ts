import type { Nation } from './calendar.ts';

/** What people call the nations whose bank holidays differ. */
export const nationNames: Readonly<Record<Nation, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};
