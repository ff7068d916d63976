import fc from 'fast-check';
import { capacities, standings, tenures } from '../../shared/domain/parties.ts';
import { categories, hazards, vulnerabilities } from '../../shared/domain/risks.ts';
import type { Sent } from './http.ts';

const landlord = fc.constantFrom('day-zero', 'counted-from-receipt', 'code-2024');

/** A line that a person may type. */
export const typed = (longest: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(longest, 60) })
    .filter((text) => text.length <= longest && /[\p{L}\p{N}]/u.test(text))
    .filter((text) => !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(text));
const address = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,20}$/), fc.stringMatching(/^[a-z0-9]{1,20}$/))
  .map(([local, domain]) => `${local}@${domain}.example`);
/** Days up to 23 December 2026. */
const pastDay = fc
  .integer({ min: -50_000, max: 20_810 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const optional = { requiredKeys: ['name'] } satisfies { requiredKeys: ['name'] };

export const validBody = fc
  .record(
    {
      description: typed(20_000),
      desiredOutcome: typed(5_000),
      days: fc.tuple(pastDay, pastDay).map((days) => days.sort()),
      complainant: fc.record(
        {
          name: typed(200),
          email: address,
          phone: typed(40),
          address: typed(500),
          preferredChannel: fc.constantFrom('email', 'phone', 'letter'),
          safeContact: typed(500),
        },
        optional,
      ),
      representative: fc.record(
        {
          name: typed(200),
          email: address,
          phone: typed(40),
          relationship: typed(200),
          capacity: fc.constantFrom(...capacities),
          consent: fc.constant('given'),
        },
        optional,
      ),
      adjustments: fc.array(typed(500), { maxLength: 20 }),
      group: fc.constant(true),
      standing: fc.constantFrom(...standings),
      tenure: fc.constantFrom(...tenures),
      hazards: fc.subarray([...hazards]),
      vulnerabilities: fc.subarray([...vulnerabilities]),
      category: fc.constantFrom(...categories),
    },
    { requiredKeys: ['description'] },
  )
  .map(({ days, ...body }) =>
    days === undefined ? body : { ...body, issueOccurredOn: days[0], becameAwareOn: days[1] },
  );

/** Any request that a resident may rightly send; the key, where there is one, is set by the test. */
export const validIntake: fc.Arbitrary<Sent> = fc
  .record({
    landlord,
    body: validBody,
    asBytes: fc.boolean(),
    type: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'application/x+json'),
  })
  .map(({ asBytes, body, type, ...sent }) => ({
    ...sent,
    headers: { 'content-type': type },
    ...(asBytes ? { bytes: Buffer.from(JSON.stringify(body)) } : { body }),
  }));

/** Days that our calendars know, some time before their end. */
export const validInstant = fc
  .tuple(
    fc.integer({ min: 1_325_462_400_000, max: 4_099_680_000_000 }),
    fc.integer({ min: -1439, max: 1439 }),
  )
  .map(([at, offset]) => {
    const sign = offset < 0 ? '-' : '+';
    const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
    const shown = new Date(at + offset * 60_000).toISOString().slice(0, -1);
    const zone = `${sign}${`${hours}`.padStart(2, '0')}:${`${minutes}`.padStart(2, '0')}`;
    return { receivedAt: `${shown}${zone}`, inUtc: new Date(at).toISOString() };
  });
