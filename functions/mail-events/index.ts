import { readEnvironment } from '../middleware/environment.ts';
import { clock, createStore, randomBytes, rules } from '../middleware/ports.ts';
import { createMailEvents } from './handler.ts';

const environment = readEnvironment('mail-events');
const store = createStore(environment);

export const handler = createMailEvents({ store, rules, clock, randomBytes });
