import { readEnvironment } from '../middleware/environment.ts';
import { createHttpHandler } from '../middleware/http.ts';
import { clock, createStore, randomBytes, rules } from '../middleware/ports.ts';
import { createResidentRoutes } from './handler.ts';

const environment = readEnvironment('resident-api');
const store = createStore(environment);
const served = new Set(environment.LANDLORDS.split(','));

export const handler = createHttpHandler(createResidentRoutes({ store, rules, clock, randomBytes, served }));
