import type { Route } from './system.ts';

export interface MatchedRoute {
  route: Route;
  /** decoded; undefined when the route has none */
  pathParameters: Record<string, string> | undefined;
}

interface Candidate {
  route: Route;
  method: string;
  parts: string[];
}

export type MatchRoute = (method: string, path: string) => MatchedRoute | undefined;

/** Picks the route as API Gateway does: the one with the most literal parts, a method before ANY, `$default` last. */
export function createRouteMatcher(routes: Route[]): MatchRoute {
  const fallback = routes.find(({ key }) => key === '$default');
  const candidates: Candidate[] = routes
    .filter((route) => route !== fallback)
    .map((route) => {
      const [method = '', path = ''] = route.key.split(' ');
      return { route, method, parts: path.split('/') };
    })
    .sort(byPrecision);
  return (method, path) => {
    const given = path.split('/');
    for (const { route, method: wanted, parts } of candidates) {
      if (wanted !== method && wanted !== 'ANY') continue;
      const pathParameters = matchParts(parts, given);
      if (pathParameters === undefined) continue;
      return { route, pathParameters: Object.keys(pathParameters).length === 0 ? undefined : pathParameters };
    }
    return fallback === undefined ? undefined : { route: fallback, pathParameters: undefined };
  };
}

function matchParts(parts: string[], given: string[]): Record<string, string> | undefined {
  const greedy = /^\{(\w+)\+\}$/.exec(parts.at(-1) ?? '')?.[1];
  const fixed = greedy === undefined ? parts : parts.slice(0, -1);
  if (greedy === undefined ? given.length !== parts.length : given.length < parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [position, part] of fixed.entries()) {
    const value = given[position] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== value : value === '') return undefined;
    if (name !== undefined) parameters[name] = decodeURIComponent(value);
  }
  if (greedy !== undefined) parameters[greedy] = decodeURIComponent(given.slice(fixed.length).join('/'));
  return parameters;
}

function byPrecision(a: Candidate, b: Candidate): number {
  const weigh = ({ method, parts }: Candidate) =>
    parts.map((part) => (part.endsWith('+}') ? '2' : part.startsWith('{') ? '1' : '0')).join('') +
    (method === 'ANY' ? '1' : '0');
  const [left, right] = [weigh(a), weigh(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
