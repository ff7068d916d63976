import { createMailSender, createSes } from '../../shared/adapters/ses/mail-sender.ts';
import { dueShards } from '../../shared/contracts/names.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { clock, createCalendarArchive, createRules, createStore, randomBytes } from '../middleware/ports.ts';
import { createSendNotices } from './handler.ts';

const environment = readEnvironment('send-notices');
const store = createStore(environment);
const rules = createRules(createCalendarArchive(environment));
const sendMail = createMailSender(createSes(), environment.SENDER, environment.CONFIGURATION_SET);

export const handler = createSendNotices({
  store,
  rules,
  clock,
  randomBytes,
  shards: dueShards,
  sendMail,
  linkBase: environment.PUBLIC_ADDRESS,
});
