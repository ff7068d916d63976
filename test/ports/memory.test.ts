import { describe } from 'vitest';
import { createMemoryStore } from '../../shared/ports/memory/complaint-store.ts';
import { complaintStoreSuite } from './complaint-store.suite.ts';

describe('the store in memory', () => {
  const shardOf = (reference: string) => reference.charCodeAt(0) % 4;
  complaintStoreSuite(async () => createMemoryStore(shardOf));
});
