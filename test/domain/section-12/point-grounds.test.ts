import { describe, expect, it } from 'vitest';
import { carryOut, complaintAcknowledged, handler, refusalOf, textRef } from '../../support/complaints.ts';
import { excludingPoint, longAgo } from '../../support/exclusions.ts';
import { date, type LandlordId, landlordIds, versionOf } from '../../support/rules.ts';
import { listedGrounds } from './listed-grounds.ts';
import { day, letterOf, ombudsmanNamed } from './lives.ts';

/** Section 12.2: every ground of a landlord’s own list, for one point of two. */

const now = day('2027-01-05');
const added = {
  type: 'AddPoints',
  by: handler,
  points: [{ definition: textRef(2), responsible: true }],
} as const;
const twoPoints = (landlord: LandlordId) => ({
  ...carryOut(complaintAcknowledged({ landlord }), added, now).complaint,
  ...longAgo,
});

describe('a part of a complaint that is not taken on (Code 2.2, 2.4)', () => {
  it.each(listedGrounds)(
    '%s: %s is told as “%s”, and the rest goes on',
    (landlord, ground, words, elsewhere) => {
      const command = { ...excludingPoint, ground, claimFiledOn: date('2026-12-18') };
      const { complaint, notices } = carryOut(twoPoints(landlord), command, now);
      expect(complaint.points.map(({ id, excluded }) => [id, excluded?.ground])).toEqual([
        ['point-1', ground],
        ['point-2', undefined],
      ]);
      expect(complaint.status).toBe('acknowledged');
      const [notice] = notices;
      const letter = notice ? letterOf(landlord, notice) : '';
      expect(letter).toContain(`we went by:\n\n${words}\n`);
      expect(letter).toContain('right to take this decision to the Ombudsman, free of charge');
      expect(letter).toContain(ombudsmanNamed[landlord]);
      if (elsewhere) expect(letter).toContain(elsewhere);
    },
  );

  it.each(landlordIds)('%s: for nothing that it lists as in scope', (landlord) => {
    for (const { id, wording } of versionOf(landlord).inScope.grounds)
      expect(refusalOf(twoPoints(landlord), { ...excludingPoint, ground: id }, now)).toEqual({
        type: 'InScope',
        wording,
      });
  });
});
