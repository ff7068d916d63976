/** Where a complaint stands. Responded is not closed: the actions that were promised live on (Code 6.6). */
export const statuses = [
  'received',
  'acknowledged',
  'responded',
  'closed',
  'withdrawn',
  /** not taken on, with reasons and the right to ask the Ombudsman (Code 2.4) */
  'excluded',
  /** part of another complaint now, with its receipt and every word of it */
  'merged',
] as const;
export type Status = (typeof statuses)[number];

/** Whether somebody still has work to do on a complaint, as worklists divide them. */
export function isActive(status: Status): boolean {
  return status === 'received' || status === 'acknowledged' || status === 'responded';
}
