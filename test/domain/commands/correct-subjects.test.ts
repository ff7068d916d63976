import { describe, expect, it } from 'vitest';
import { staffId } from '../../../shared/domain/staff.ts';
import { carryOut, complaintReceived, refusalOf, textRef } from '../../support/complaints.ts';

const [lee, ana, mo] = [staffId('lee'), staffId('ana'), staffId('mo')];
const received = complaintReceived({ receivedAt: '2026-12-23T15:00:00Z' });
const now = '2026-12-24T10:00:00Z';
const correcting = { type: 'CorrectSubjects', by: ana, reason: textRef(1) } as const;

describe('whom a complaint is about (Code 5.8)', () => {
  it('can be put right later, with who it was before', () => {
    const { events, complaint } = carryOut(
      received,
      { ...correcting, staffComplainedAbout: [lee, lee] },
      now,
    );
    expect(events).toEqual([{ type: 'SubjectsCorrected', by: ana, was: [], is: [lee], reason: textRef(1) }]);
    expect(complaint.staffComplainedAbout).toEqual([lee]);
    const back = carryOut(complaint, { ...correcting, staffComplainedAbout: [] }, now);
    expect(back.complaint.staffComplainedAbout).toEqual([]);
  });

  it('takes the complaint from a handler whom it is about, and from nobody else', () => {
    const handled = { ...received, handler: lee, team: 'north' };
    const about = (person: typeof lee) =>
      carryOut(handled, { ...correcting, staffComplainedAbout: [person] }, now).complaint;
    expect(about(lee).handler).toBeUndefined();
    expect(about(lee).team).toBe('north');
    expect(about(mo).handler).toBe(lee);
  });

  it('is refused where it says what is so already', () => {
    expect(refusalOf(received, { ...correcting, staffComplainedAbout: [] }, now)).toEqual({
      type: 'NothingToCorrect',
    });
  });
});
