import { describe, expect, inject, it } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    zone: string;
  }
}

/** Minutes behind UTC on 1 January 1970 and on 1 July 2026. */
const minutesBehind: Record<string, [number, number]> = {
  'Pacific/Kiritimati': [640, -840],
  'America/Los_Angeles': [480, 420],
};

describe('a run in another zone', () => {
  it('is really in it', () => {
    const offsets = [new Date(0), new Date(Date.UTC(2026, 6, 1))].map((each) => each.getTimezoneOffset());
    expect(offsets).toEqual(minutesBehind[inject('zone')]);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(inject('zone'));
  });
});
