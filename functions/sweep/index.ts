import { dueShards } from '../../shared/contracts/names.ts';
import { readEnvironment } from '../middleware/environment.ts';
import {
  clock,
  createCalendarArchive,
  createEnquiries,
  createRules,
  createStore,
  randomBytes,
} from '../middleware/ports.ts';
import { createSweep } from './handler.ts';

const environment = readEnvironment('sweep');
const store = createStore(environment);
const enquiries = createEnquiries(environment);
const archive = createCalendarArchive(environment);
const rules = createRules(archive);

export const handler = createSweep({
  store,
  enquiries,
  archive,
  rules,
  clock,
  randomBytes,
  shards: dueShards,
  served: new Set(environment.LANDLORDS.split(',')),
});
