import { describe } from 'vitest';
import { createMemoryAccess, type MemoryLinks } from '../../shared/ports/memory/access.ts';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { createMemoryStaffRegister } from '../../shared/ports/memory/staff-register.ts';
import { accessSuite } from './access.suite.ts';
import { complaintStoreSuite } from './complaint-store.suite.ts';
import { staffRegisterSuite } from './staff-register.suite.ts';

describe('the store in memory', () => {
  const shardOf = (reference: string) => reference.charCodeAt(0) % 4;
  complaintStoreSuite(async () => {
    const links: MemoryLinks = new Map();
    const register = createMemoryStaffRegister();
    const store = createMemoryStore(shardOf, { register, links });
    return { store, register, access: createMemoryAccess(links) };
  });
});

describe('the staff register in memory', () => {
  staffRegisterSuite(async () => createMemoryStaffRegister());
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
