/** What the page about a complaint's moves is made of; infrastructure reads the domain through contracts alone. */
export { type Move, type MovedBy, moves, type WhyNot, whyNot } from '../domain/moves.ts';
export type { Stage } from '../domain/stages.ts';
export { type Status, statuses } from '../domain/statuses.ts';
