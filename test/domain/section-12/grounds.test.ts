import { describe, expect, it } from 'vitest';
import { carryOut, complaintReceived, refusalOf } from '../../support/complaints.ts';
import { excluding, longAgo } from '../../support/exclusions.ts';
import { date, type LandlordId, versionOf } from '../../support/rules.ts';
import { listedGrounds } from './listed-grounds.ts';
import { day, letterOf, ombudsmanNamed } from './lives.ts';

const complaintOf = (landlord: LandlordId) => ({
  ...complaintReceived({ receivedAt: '2026-12-23T15:00:00Z', landlord }),
  ...longAgo,
});

describe('every ground of a landlord’s own list (Code 2.2, 2.4)', () => {
  it('is tried here', () => {
    const landlords = [...new Set(listedGrounds.map(([landlord]) => landlord))];
    const listed = landlords.flatMap((landlord) =>
      versionOf(landlord).exclusions.map(({ id }) => `${landlord} ${id}`),
    );
    expect(landlords).toHaveLength(6);
    expect(listedGrounds.map(([landlord, ground]) => `${landlord} ${ground}`).sort()).toEqual(listed.sort());
  });

  it.each(listedGrounds)('%s: %s is told as “%s”, and goes to %s', (landlord, ground, words, elsewhere) => {
    const command = { ...excluding, ground, claimFiledOn: date('2026-12-18') };
    const { notices, complaint } = carryOut(complaintOf(landlord), command, day('2026-12-30'));
    expect(complaint.status).toBe('excluded');
    const [notice] = notices;
    const letter = notice ? letterOf(landlord, notice) : '';
    expect(letter).toContain(`we went by:\n\n${words}\n`);
    expect(letter).toContain('right to take this decision to the Ombudsman, free of charge');
    expect(letter).toContain(ombudsmanNamed[landlord]);
    const heading = 'Where you can take it instead\n-----------------------------\n\n';
    if (elsewhere) expect(letter).toContain(`${heading}${elsewhere}`);
    else expect(letter).not.toContain(heading);
  });

  it.each([
    ['service-refused', 'We failed to provide a service, or refused to'],
    ['quality', 'The quality or standard of a service'],
    ['delay', 'Unreasonable delay in providing a service'],
    ['slow-answers', 'Delay in answering an enquiry or a request'],
    ['unfairness', 'Unfairness, bias or prejudice in how a service was given'],
    ['advice', 'Advice or information that was missing, misleading, unsuitable or wrong'],
    ['repair', 'A repair that was not done properly or not in the agreed time'],
    ['our-policy', 'One of our policies, or what it means for somebody'],
    ['law-or-procedure', 'Law, procedure or guidance not properly applied'],
    ['administrative-process', 'An administrative process that was not followed'],
    ['conduct', 'Conduct, treatment or attitude of our staff or a contractor’s'],
    ['decision', 'Disagreement with a decision'],
  ])('seed 000: %s is in scope and excludes nobody, not even for a senior lead', (ground, wording) => {
    const command = { ...excluding, ground, roles: ['senior-lead'] as const, againstCode: true as const };
    expect(refusalOf(complaintOf('six-month-limit'), command, day('2026-12-30'))).toEqual({
      type: 'InScope',
      wording,
    });
  });

  it.each<[LandlordId, string[]]>([
    ['six-month-limit', ['there are special circumstances']],
    ['fifteen-day-window', ['there are good reasons to look at it all the same']],
    ['two-ombudsmen', ['there are good reasons to look at it all the same']],
    [
      'counted-from-receipt',
      [
        'there is evidence of a problem that keeps coming back',
        'circumstances kept it from being raised earlier',
      ],
    ],
    ['day-zero', ['there is a good reason for the delay', 'it is about health and safety']],
    ['code-2024', ['there are good reasons to look at it all the same']],
  ])('%s: too old names as exceptions %j (Code 2.3)', (landlord, exceptions) => {
    expect(versionOf(landlord).ageLimit.exceptions).toEqual(exceptions);
    const command = { ...excluding, ground: 'too-old' };
    const [notice] = carryOut(complaintOf(landlord), command, day('2026-12-30')).notices;
    const letter = notice ? letterOf(landlord, notice) : '';
    expect(letter).toContain(
      `Our policy makes an exception where ${exceptions.join(', or ')}. We considered`,
    );
  });
});
