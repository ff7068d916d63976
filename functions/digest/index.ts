import { readEnvironment } from '../middleware/environment.ts';
import {
  clock,
  createCalendarArchive,
  createRules,
  createStaffRegister,
  createStore,
} from '../middleware/ports.ts';
import { createDigest } from './handler.ts';

const environment = readEnvironment('digest');

export const handler = createDigest({
  store: createStore(environment),
  register: createStaffRegister(environment),
  rules: createRules(createCalendarArchive(environment)),
  clock,
  served: new Set(environment.LANDLORDS.split(',')),
});
