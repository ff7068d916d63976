import { readEnvironment } from '../middleware/environment.ts';
import {
  clock,
  createCalendarArchive,
  createCircuitKeeper,
  createRules,
  createStore,
  randomBytes,
} from '../middleware/ports.ts';
import { createMailEvents } from './handler.ts';

const environment = readEnvironment('mail-events');
const store = createStore(environment);
const rules = createRules(createCalendarArchive(environment));

export const handler = createMailEvents({
  store,
  rules,
  clock,
  randomBytes,
  circuit: createCircuitKeeper(environment),
});
