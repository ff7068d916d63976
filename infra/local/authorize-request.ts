import type { JWTPayload } from 'jose';
import type { StackClock } from './clock.ts';
import { StackError } from './stack-error.ts';
import type { HttpApi, Route } from './system.ts';
import type { Issuer } from './tokens.ts';

export interface JwtAuthorizer {
  jwt: { claims: Record<string, string>; scopes: string[] | null };
}

export type Authorization = { authorizer: JwtAuthorizer | undefined } | { refused: 401 | 403 };

/** Only the local issuer's keys are known here; an authorizer that trusts another could never let anybody in. */
export function checkAuthorizers(api: HttpApi, issuer: Issuer): void {
  for (const { key, authorizer } of api.routes) {
    if (authorizer === undefined || authorizer.issuer === issuer.address) continue;
    throw new StackError(
      `Route ${key} trusts the issuer ${authorizer.issuer}, which the local stack does not run.`,
    );
  }
}

/** API Gateway's JWT authorizer: signature, issuer, audience, times on the stack's clock, and scopes. */
export async function authorizeRequest(
  route: Route,
  header: string | undefined,
  issuer: Issuer,
  clock: Pick<StackClock, 'now'>,
): Promise<Authorization> {
  const { authorizer } = route;
  if (authorizer === undefined) return { authorizer: undefined };
  const token = /^(?:Bearer +)?(\S+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) return { refused: 401 };
  const claims = await issuer.verify(token).catch(() => undefined);
  if (claims === undefined || !isMeantForUs(claims, authorizer, clock.now())) return { refused: 401 };
  const scopes = scopesOf(claims);
  const allowed =
    authorizer.scopes.length === 0 || authorizer.scopes.some((scope) => scopes?.includes(scope));
  if (!allowed) return { refused: 403 };
  return { authorizer: { jwt: { claims: writeClaims(claims), scopes: scopes ?? null } } };
}

function isMeantForUs(
  claims: JWTPayload,
  { issuer, audiences }: { issuer: string; audiences: string[] },
  now: number,
): boolean {
  const meant = [claims.aud ?? claims.client_id].flat();
  const issuedInTime = claims.iat === undefined || claims.iat * 1000 <= now;
  return (
    claims.iss === issuer &&
    claims.exp !== undefined &&
    issuedInTime &&
    meant.some((audience) => typeof audience === 'string' && audiences.includes(audience))
  );
}

function scopesOf(claims: JWTPayload): string[] | undefined {
  const scope = claims.scope ?? claims.scp;
  if (typeof scope === 'string') return scope.split(' ').filter((one) => one !== '');
  return Array.isArray(scope) ? scope.map(String) : undefined;
}

/** Claims reach a function as strings; API Gateway writes a list as `[a b]`. */
function writeClaims(claims: JWTPayload): Record<string, string> {
  const write = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(write).join(' ')}]`;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, write(value)]));
}
