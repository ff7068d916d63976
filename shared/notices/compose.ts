import type { NoticeOwed, RenderedNotice } from '../domain/notices.ts';
import type { Ombudsman } from '../domain/ombudsman.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import type { Reference } from '../domain/reference.ts';
import { renderNotice } from './render.ts';
import { templates } from './templates.ts';

/** Writes out a notice about a complaint in its landlord's name, with the Ombudsman's details of the day. */
export function composeNotice(
  notice: Pick<NoticeOwed, 'kind' | 'values'>,
  reference: Reference,
  policy: PolicyVersion,
  ombudsmen: Ombudsman[],
): RenderedNotice {
  return renderNotice(templates[notice.kind], {
    reference,
    landlordName: policy.name,
    landlordEmail: policy.contact.email,
    landlordPhone: policy.contact.phone,
    landlordAddress: policy.contact.address,
    ombudsman: ombudsmen.map(describeOmbudsman).join('; or '),
    ...notice.values,
  });
}

function describeOmbudsman({ name, website, phone, address }: Ombudsman): string {
  return `${name}, ${website}, phone ${phone}, ${address}`;
}
