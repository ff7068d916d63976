import { readEnvironment } from '../middleware/environment.ts';
import { createHttpHandler } from '../middleware/http.ts';
import {
  clock,
  createAccess,
  createCalendarArchive,
  createEnquiries,
  createRules,
  createStore,
  randomBytes,
} from '../middleware/ports.ts';
import { createResidentRoutes } from './handler.ts';

const environment = readEnvironment('resident-api');
const store = createStore(environment);
const enquiries = createEnquiries(environment);
const rules = createRules(createCalendarArchive(environment));
const access = createAccess(environment);
const served = new Set(environment.LANDLORDS.split(','));

export const handler = createHttpHandler(
  createResidentRoutes({ store, enquiries, access, rules, clock, randomBytes, served }),
);
