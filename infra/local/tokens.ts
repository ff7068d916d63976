import { randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { StackClock } from './clock.ts';

export interface Issuer {
  /** the address it issues under, what the template parameter Issuer is set to */
  address: string;
  audience: string;
  /** a staff token, valid on the stack's clock */
  issue(claims: Record<string, unknown>): Promise<string>;
  /** the claims of a token that this issuer signed and that is valid now; throws otherwise */
  verify(token: string): Promise<JWTPayload>;
  /** the documents of OpenID Connect discovery, by path */
  documents(): Map<string, object>;
}

const algorithm = 'RS256';
const validForSeconds = 8 * 3600;
const keySetPath = '/.well-known/jwks.json';

/** An issuer of staff tokens on the stack's clock: real tokens of an identity provider carry real time. */
export async function createIssuer(
  address: string,
  audience: string,
  clock: Pick<StackClock, 'now'>,
): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm);
  const kid = randomUUID();
  const key: JWK = { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' };
  return {
    address,
    audience,
    issue: (claims) => sign(privateKey, kid, { address, audience, now: clock.now() }, claims),
    verify: async (token) => {
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: [algorithm],
        currentDate: new Date(clock.now()),
      });
      return payload;
    },
    documents: () =>
      new Map<string, object>([
        [keySetPath, { keys: [key] }],
        [
          '/.well-known/openid-configuration',
          {
            issuer: address,
            jwks_uri: `${address}${keySetPath}`,
            token_endpoint: `${address}/_local/tokens`,
            response_types_supported: ['token'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: [algorithm],
          },
        ],
      ]),
  };
}

function sign(
  privateKey: CryptoKey,
  kid: string,
  { address, audience, now }: { address: string; audience: string; now: number },
  claims: Record<string, unknown>,
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  const subject = String(claims.sub ?? claims.email ?? randomUUID());
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
    .setIssuer(address)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + validForSeconds)
    .sign(privateKey);
}
