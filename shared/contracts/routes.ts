/** Every route of the HTTP API, each an explicit route of API Gateway. The schemas of its parts stand beside it. */
export const routes = {
  receiveComplaint: { key: 'POST /landlords/{landlord}/complaints', function: 'resident-api' },
  explainDeadlines: { key: 'GET /landlords/{landlord}/deadlines', function: 'resident-api' },
} as const;

export type RouteName = keyof typeof routes;
