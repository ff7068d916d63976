/** How a complaint can reach a landlord. */
export const channels = [
  'web-form',
  'phone',
  'email',
  'letter',
  'in-person',
  /** what is said in public is answered to the resident alone (seed 004) */
  'social-media',
  /** no complaint by itself: the resident was asked, and chose to complain (Code 1.6) */
  'survey',
  /** taken in its turn (seed 003) */
  'mp-or-councillor',
] as const;
export type Channel = (typeof channels)[number];
