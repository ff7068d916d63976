import { readEnvironment } from '../middleware/environment.ts';
import { createHttpHandler } from '../middleware/http.ts';
import { clock, createStaffRegister, createStore, randomBytes, rules } from '../middleware/ports.ts';
import { createStaffRoutes } from './handler.ts';

const environment = readEnvironment('staff-api');
const store = createStore(environment);
const register = createStaffRegister(environment);
const served = new Set(environment.LANDLORDS.split(','));

export const handler = createHttpHandler(
  createStaffRoutes({ store, register, rules, clock, randomBytes, served }),
);
