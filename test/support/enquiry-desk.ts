import { type Desk, handler, openDesk } from './desk.ts';
import type { Claims } from './http.ts';

export const landlord = 'day-zero';
export const complainant = { name: 'Sam Okoro', email: 'sam.okoro@example.com' };
export const request = { landlord, channel: 'phone', complainant, text: 'The tap drips.' };

type Log = 'logServiceRequest' | 'logCompliment' | 'logSurveyFeedback';
type Act = 'offerChoice' | 'reviewServiceRequest' | 'convertServiceRequest' | 'passComplimentOn';

/** A desk at which what is no complaint is logged and dealt with, each request with a key of its own. */
export async function openEnquiryDesk() {
  const desk: Desk = await openDesk({ now: '2026-12-16T10:00:00Z' });
  let keys = 0;
  const log = (name: Log, body: object, staff: Claims = handler, key = `enquiry-${++keys}`) =>
    desk.send(name, { staff, headers: { 'idempotency-key': key }, body });
  return {
    desk,
    log,
    logged: async (name: Log, body: object) => (await log(name, body)).body.reference ?? '',
    act: (name: Act, reference: string, body: object, version = 1, staff: Claims = handler) =>
      desk.send(name, {
        staff,
        params: { reference },
        headers: { 'idempotency-key': `enquiry-${++keys}`, 'if-match': `"${version}"` },
        body,
      }),
    read: (reference: string, staff: Claims = handler) =>
      desk.send('readEnquiry', { staff, params: { reference } }),
    requests: (query: Record<string, string> = {}, staff: Claims = handler) =>
      desk.send('readServiceRequests', { staff, landlord, query }),
    compliments: (quarter: string) =>
      desk.send('readCompliments', { staff: handler, landlord, query: { quarter } }),
  };
}
