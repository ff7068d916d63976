import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { bundledCalendar } from '../../shared/calendar/calendar.ts';
import type { Nation } from '../../shared/domain/calendar.ts';

/**
 * An independent list of the same bank holidays. Where it differs from GOV.UK the reason is known; a difference that is
 * not named here is a mistake in one of the two.
 */
const regions: Record<Nation, string> = {
  'england-and-wales': 'ENG',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
};
/** The spring holiday of 2012 was moved to 4 June for the Diamond Jubilee, which the library does not know. */
const diamondJubilee = { onlyThere: ['2012-05-28'], onlyHere: ['2012-06-04'] };
const known: Record<Nation, { onlyThere: string[]; onlyHere: string[] }> = {
  'england-and-wales': diamondJubilee,
  'northern-ireland': diamondJubilee,
  // the World Cup holiday, announced in February 2026
  scotland: { ...diamondJubilee, onlyHere: [...diamondJubilee.onlyHere, '2026-06-15'] },
};

function weekdaysOfLibrary(nation: Nation): string[] {
  const library = new Holidays('GB', regions[nation]);
  const years = Array.from({ length: 17 }, (_, index) => 2012 + index);
  const dates = years.flatMap((year) =>
    library
      .getHolidays(year)
      .filter(({ type }) => type === 'public' || type === 'bank')
      .map(({ date }) => date.slice(0, 10)),
  );
  return [...new Set(dates)]
    .filter((date) => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay()))
    .sort();
}

describe('the archive of bank holidays', () => {
  it.each(Object.keys(regions) as Nation[])(
    'of %s agrees with date-holidays but for what is named',
    (nation) => {
      const here = [...bundledCalendar([nation]).holidayNames.keys()].sort();
      const there = weekdaysOfLibrary(nation);
      expect(there.filter((date) => !here.includes(date))).toEqual(known[nation].onlyThere);
      expect(here.filter((date) => !there.includes(date))).toEqual(known[nation].onlyHere);
    },
  );
});
