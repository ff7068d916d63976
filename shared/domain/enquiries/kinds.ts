/** What reaches a landlord and is no complaint (Code 1.4, 1.6; seed 003, 3). */
export const enquiryKinds = ['service-request', 'compliment', 'survey'] as const;
export type EnquiryKind = (typeof enquiryKinds)[number];

export const enquiryStatuses = [
  'open',
  /** a service request that nothing is left to do for */
  'resolved',
  /** a compliment whose sender was thanked, what was said in a survey and was noted */
  'acknowledged',
  /** it was a complaint from the start, and is nothing else any more */
  'converted',
] as const;
export type EnquiryStatus = (typeof enquiryStatuses)[number];
