import { dueShards } from '../../shared/contracts/names.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { clock, createCalendarArchive, createRules, createStore, randomBytes } from '../middleware/ports.ts';
import { createSweep } from './handler.ts';

const environment = readEnvironment('sweep');
const store = createStore(environment);
const archive = createCalendarArchive(environment);
const rules = createRules(archive);

export const handler = createSweep({ store, archive, rules, clock, randomBytes, shards: dueShards });
