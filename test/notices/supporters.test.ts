import { describe, expect, it } from 'vitest';
import {
  complaintNoticeKinds,
  landlordNoticeKinds,
  type NoticeKind,
  residentNoticeKinds,
} from '../../shared/domain/notices.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import { placeholdersOf } from '../../shared/notices/render.ts';
import { templates } from '../../shared/notices/templates.ts';
import { sample } from '../support/complaints.ts';
import { type LandlordId, landlordIds, versionOf } from '../support/rules.ts';
import { ombudsmen, readPage } from './compose-sample.ts';
import { sampleNotices } from './sample-notices.ts';

const mention =
  'You do not have to do this alone. The Residents’ Complaint Review Group can support you with your complaint at any time. You can reach them at complaints@brackenhall-homes.example.';

const given = [
  'reference',
  'landlordName',
  'landlordEmail',
  'landlordPhone',
  'landlordAddress',
  'ombudsman',
  'ombudsmanRight',
];

/** A notice of that kind with something for every value that it names. */
function compose(kind: NoticeKind, landlord: LandlordId) {
  const names = placeholdersOf(templates[kind]).filter((name) => !given.includes(name));
  const values = Object.fromEntries(names.map((name) => [name.replace('.', '.0.'), name]));
  return composeNotice({ kind, values }, versionOf(landlord), { reference: sample, ombudsmen });
}

const toStaff = [...complaintNoticeKinds, ...landlordNoticeKinds].filter(
  (kind) => !residentNoticeKinds.some((each) => each === kind),
);
const others = landlordIds.filter((landlord) => landlord !== 'counted-from-receipt');

describe('the group that supports residents who complain (seed 003)', () => {
  it.each(residentNoticeKinds)('is mentioned once in the %s, how to reach it too', (kind) => {
    const { subject, text, html } = compose(kind, 'counted-from-receipt');
    expect(`${subject}\n${text}`.split(mention)).toHaveLength(2);
    expect(readPage(html).split(mention)).toHaveLength(2);
  });

  it.each(toStaff)('is not mentioned in the %s, which no resident reads', (kind) => {
    expect(compose(kind, 'counted-from-receipt').text).not.toContain('Review Group');
  });

  it.each(others)('is in no letter of %s', (landlord) => {
    for (const kind of residentNoticeKinds) {
      const { text, html } = compose(kind, landlord);
      expect(`${text}${html}`).not.toMatch(/Review Group|do this alone/);
    }
  });

  it('is told of in every kind of notice that goes to a resident, and in no other', () => {
    const goesToResident = (kind: NoticeKind) =>
      sampleNotices.some((each) => each.kind === kind && each.recipient.type === 'complainant');
    expect(toStaff.filter(goesToResident)).toEqual([]);
    const sampled = residentNoticeKinds.filter((kind) => sampleNotices.some((each) => each.kind === kind));
    expect(sampled.filter((kind) => !goesToResident(kind))).toEqual([]);
  });
});
