import type { NoticeOwed, RenderedNotice } from '../domain/notices.ts';
import type { Ombudsman } from '../domain/ombudsman.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import type { Reference } from '../domain/reference.ts';
import { renderNotice } from './render.ts';
import { templates } from './templates.ts';

/** Writes out a notice in a landlord's name; where it is about a complaint, with the Ombudsman's details of the day. */
export function composeNotice(
  notice: Pick<NoticeOwed, 'kind' | 'values'>,
  policy: PolicyVersion,
  about?: { reference: Reference; ombudsmen: Ombudsman[] },
): RenderedNotice {
  return renderNotice(templates[notice.kind], {
    landlordName: policy.name,
    landlordEmail: policy.contact.email,
    landlordPhone: policy.contact.phone,
    landlordAddress: policy.contact.address,
    ...(about && {
      reference: about.reference,
      ombudsman: about.ombudsmen.map(describeOmbudsman).join('; or '),
    }),
    ...notice.values,
  });
}

function describeOmbudsman({ name, website, phone, address }: Ombudsman): string {
  return `${name}, ${website}, phone ${phone}, ${address}`;
}
