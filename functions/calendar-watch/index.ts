import { createFeedReader } from '../../shared/adapters/gov-uk/bank-holiday-feed.ts';
import { buildCalendar, bundledHolidays } from '../../shared/calendar/calendar.ts';
import { readFeed } from '../../shared/calendar/feed.ts';
import { landlords } from '../../shared/landlords/landlords.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { clock, createCalendarArchive, createStore } from '../middleware/ports.ts';
import { createCalendarWatch } from './handler.ts';

const environment = readEnvironment('calendar-watch');
const fetchFeed = createFeedReader(environment.FEED_ADDRESS);

export const handler = createCalendarWatch({
  clock,
  archive: createCalendarArchive(environment),
  store: createStore(environment),
  rules: { policies: landlords },
  bundled: bundledHolidays,
  build: buildCalendar,
  readFeed: async (known) => {
    const answer = await fetchFeed();
    return answer.type === 'text' ? readFeed(answer.text, known) : { ...answer, type: 'unusable' };
  },
  // large, and of use on the few days on which something differs
  secondOpinion: async (changes) => {
    const { secondOpinion } = await import('../../shared/calendar/second-opinion.ts');
    return secondOpinion(changes);
  },
  served: new Set(environment.LANDLORDS.split(',')),
});
