import { dueShards } from '../../shared/contracts/names.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { clock, createStore, randomBytes, rules } from '../middleware/ports.ts';
import { createSweep } from './handler.ts';

const environment = readEnvironment('sweep');
const store = createStore(environment);

export const handler = createSweep({ store, rules, clock, randomBytes, shards: dueShards });
