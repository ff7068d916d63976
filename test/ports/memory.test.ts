import { describe } from 'vitest';
import { createMemoryAccess, type MemoryLinks } from '../../shared/ports/memory/access.ts';
import { createMemoryCalendarArchive } from '../../shared/ports/memory/calendar-archive.ts';
import { createMemoryCircuitKeeper } from '../../shared/ports/memory/circuit-keeper.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { createMemoryEnquiries } from '../../shared/ports/memory/enquiries.ts';
import { createMemoryRecords } from '../../shared/ports/memory/records.ts';
import { createMemoryStaffRegister } from '../../shared/ports/memory/staff-register.ts';
import { createMemoryTimelineReader } from '../../shared/ports/memory/timeline-reader.ts';
import { accessSuite } from './access.suite.ts';
import { calendarArchiveSuite } from './calendar-archive.suite.ts';
import { circuitKeeperSuite } from './circuit-keeper.suite.ts';
import { keepsClaims } from './claims.suite.ts';
import { complaintStoreSuite } from './complaint-store.suite.ts';
import { enquiriesSuite } from './enquiries.suite.ts';
import { staffRegisterSuite } from './staff-register.suite.ts';
import { timelineReaderSuite } from './timeline-reader.suite.ts';

describe('the store in memory', () => {
  const shardOf = (name: string) => name.charCodeAt(name.length - 1) % 4;
  complaintStoreSuite(async () => {
    const links: MemoryLinks = new Map();
    const register = createMemoryStaffRegister();
    const archive = createMemoryCalendarArchive();
    const records = createMemoryRecords();
    const store = createMemoryStore(shardOf, { register, links, archive, records });
    return { store, register, archive, records, access: createMemoryAccess(links) };
  });
});

describe('the staff register in memory', () => {
  staffRegisterSuite(async () => createMemoryStaffRegister());
});

describe('the calendar archive in memory', () => {
  calendarArchiveSuite(async () => {
    const archive = createMemoryCalendarArchive();
    return { archive, store: createMemoryStore(() => 0, { archive }) };
  });
});

describe('enquiries in memory', () => {
  enquiriesSuite(async () => {
    const enquiries = createMemoryEnquiries();
    const register = createMemoryStaffRegister();
    const records = createMemoryRecords();
    const store = createMemoryStore(() => 0, { register, records, enquiries });
    return { enquiries, register, records, store };
  });
});

describe('claims in memory', () => {
  keepsClaims(async () => createMemoryStore(() => 0));
});

describe('the circuit in memory', () => {
  circuitKeeperSuite(async () => createMemoryCircuitKeeper());
});

describe('links and sessions in memory', () => {
  accessSuite(async () => {
    const links: MemoryLinks = new Map();
    return {
      access: createMemoryAccess(links),
      putLink: async (link) => {
        links.set(link.hash, link);
      },
    };
  });
});

describe('timelines in memory, read entry by entry', () => {
  timelineReaderSuite(async () => {
    const store = createMemoryStore(() => 0);
    return { store, reader: createMemoryTimelineReader(store) };
  });
});
