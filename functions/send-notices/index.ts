import { createMailSender, createSes } from '../../shared/adapters/ses/mail-sender.ts';
import { readEnvironment } from '../middleware/environment.ts';
import {
  clock,
  createCalendarArchive,
  createCircuitKeeper,
  createRules,
  createStore,
  randomBytes,
  wait,
} from '../middleware/ports.ts';
import { createSendNotices } from './handler.ts';

const environment = readEnvironment('send-notices');
const store = createStore(environment);
const rules = createRules(createCalendarArchive(environment));

export const handler = createSendNotices({
  store,
  rules,
  clock,
  randomBytes,
  circuit: createCircuitKeeper(environment),
  sendMail: createMailSender(createSes(), environment.SENDER, environment.CONFIGURATION_SET),
  rate: Number(environment.SEND_RATE),
  dailyQuota: Number(environment.DAILY_QUOTA),
  wait,
  linkBase: environment.PUBLIC_ADDRESS,
});
