import { readEnvironment } from '../middleware/environment.ts';
import { createHttpHandler } from '../middleware/http.ts';
import {
  clock,
  createCalendarArchive,
  createEnquiries,
  createRecords,
  createRules,
  createStaffRegister,
  createStore,
  randomBytes,
  shippedCalendar,
} from '../middleware/ports.ts';
import { createStaffRoutes } from './handler.ts';

const environment = readEnvironment('staff-api');
const store = createStore(environment);
const enquiries = createEnquiries(environment);
const archive = createCalendarArchive(environment);
const rules = createRules(archive);
const register = createStaffRegister(environment);
const records = createRecords(environment);
const served = new Set(environment.LANDLORDS.split(','));

export const handler = createHttpHandler(
  createStaffRoutes({
    store,
    enquiries,
    register,
    records,
    archive,
    rules,
    ...shippedCalendar,
    clock,
    randomBytes,
    served,
  }),
);
