import { commandRoutes } from './routes/commands.ts';
import { contributorRoutes } from './routes/contributors.ts';
import { residentRoutes } from './routes/residents.ts';
import { staffRoutes } from './routes/staff.ts';

export type { Route } from './routes/route.ts';

/** Every route of the HTTP API, each an explicit route of API Gateway: what handlers, infrastructure and OpenAPI read. */
export const routes = { ...residentRoutes, ...contributorRoutes, ...staffRoutes, ...commandRoutes } as const;

export type RouteName = keyof typeof routes;
