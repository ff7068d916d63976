import { departuresBody, landlordPolicyPath } from '../policy.ts';
import type { Route } from './route.ts';

/** What a landlord laid down about handling complaints. */
export const policyRoutes = {
  readDepartures: {
    key: 'GET /staff/landlords/{landlord}/policy/departures',
    function: 'staff-api',
    tag: 'staff',
    summary: 'See where a policy and the Code differ',
    description:
      'Compares each version of a landlord’s policy with the Complaint Handling Code 2024, field by field.',
    request: { path: landlordPolicyPath },
    answer: { status: 200, description: 'The differences.', body: departuresBody },
    problems: ['not-allowed', 'unknown-landlord', 'our-fault'],
  },
} as const satisfies Record<string, Route>;
