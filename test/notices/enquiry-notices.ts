import type { NoticeOwed } from '../../shared/domain/notices.ts';
import { acceptedEnquiry, carryOutOn, decideLog } from '../domain/enquiries/enquiry-samples.ts';
import { colleague, handler } from '../support/complaints.ts';

const now = '2026-12-16T10:00:00Z';
const request = acceptedEnquiry(decideLog(now));
const compliment = acceptedEnquiry(decideLog(now, { kind: 'compliment' }));
const pass = { type: 'PassOn', by: handler } as const;

/** What is mailed about what is no complaint. */
export const enquiryNotices: NoticeOwed[] = [
  ...request.notices,
  ...carryOutOn(request.enquiry, { type: 'TimePassed' }, '2027-01-05T09:00:00Z').notices,
  ...compliment.notices,
  ...carryOutOn(compliment.enquiry, { ...pass, to: { person: colleague } }, now).notices,
  ...carryOutOn(compliment.enquiry, { ...pass, to: { team: 'repairs' } }, now).notices,
];
