import { forecastBody, forecastQuery } from '../forecast.ts';
import type { Route } from './route.ts';

/** What will go out in a landlord's name. */
export const forecastRoutes = {
  forecast: {
    key: 'GET /staff/forecast',
    function: 'staff-api',
    tag: 'staff',
    summary: 'See what goes out next',
    description:
      'Every mail, letter and call that would go out from now to the end of a day if nobody did anything, with its words. Nothing is sent by asking. It takes for granted that every mail arrives; what GOV.UK’s list of bank holidays will say is not in it, nor are complaints about you. Of digests it shows the part about this landlord.',
    request: { query: forecastQuery },
    answer: { status: 200, description: 'What goes out.', body: forecastBody },
    problems: ['invalid-request', 'not-allowed', 'unknown-landlord', 'our-fault'],
  },
} as const satisfies Record<string, Route>;
