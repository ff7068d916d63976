import { describe, expect, it } from 'vitest';
import { routes } from '../../../shared/contracts/routes.ts';
import { resourcesOf, synthesizeTemplates } from './synthesized.ts';

const templates = synthesizeTemplates();
const deployed = resourcesOf(templates, 'AWS::ApiGatewayV2::Route');
const integrations = resourcesOf(templates, 'AWS::ApiGatewayV2::Integration');
const [stage] = resourcesOf(templates, 'AWS::ApiGatewayV2::Stage');

describe('the API', () => {
  it('has every route of the contracts, each answered by its function, and no other', () => {
    const answeredBy = Object.fromEntries(
      deployed.map(({ properties }) => {
        const integration = integrations.find(
          ({ logicalId }) => properties.Target === `integrations/${logicalId.replace(/[0-9A-F]{8}$/, '')}`,
        );
        return [properties.RouteKey, integration?.properties.IntegrationUri];
      }),
    );
    expect(answeredBy).toEqual(
      Object.fromEntries(
        Object.values(routes).map((route) => [
          route.key,
          `${route.function.replaceAll('-', '')}Function.Arn`,
        ]),
      ),
    );
  });

  it('is open to residents and to whoever was asked by mail', () => {
    const open = deployed.filter(({ properties }) => properties.AuthorizationType === 'NONE');
    expect(open.map(({ properties }) => properties.RouteKey).sort()).toEqual([
      'GET /complaints/{reference}',
      'GET /landlords/{landlord}/deadlines',
      'POST /complaints/{reference}/escalation',
      'POST /complaints/{reference}/links',
      'POST /complaints/{reference}/messages',
      'POST /complaints/{reference}/withdrawal',
      'POST /contributions',
      'POST /landlords/{landlord}/complaints',
      'POST /landlords/{landlord}/compliments',
      'POST /resident-sessions',
    ]);
  });

  it('asks for a staff token everywhere else', () => {
    const closed = deployed.filter(({ properties }) => properties.AuthorizationType !== 'NONE');
    expect(closed).toHaveLength(77);
    for (const { properties } of closed) {
      expect(properties.RouteKey).toMatch(/^[A-Z]+ \/staff\//);
      expect(properties).toMatchObject({ AuthorizationType: 'JWT', AuthorizerId: 'ApiStaff' });
    }
  });

  it('knows the issuer and audience of staff tokens', () => {
    const [authorizer] = resourcesOf(templates, 'AWS::ApiGatewayV2::Authorizer');
    expect(authorizer?.properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'Issuer', Audience: ['Audience'] },
    });
  });

  it('has one integration for each function that answers', () => {
    expect(integrations).toHaveLength(new Set(Object.values(routes).map((route) => route.function)).size);
  });

  it('is throttled, more tightly where anybody can store, mail or guess something', () => {
    expect(stage?.properties.DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 20,
      ThrottlingBurstLimit: 40,
    });
    const tight = { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 };
    expect(stage?.properties.RouteSettings).toEqual({
      'POST /landlords/{landlord}/complaints': tight,
      'POST /landlords/{landlord}/compliments': tight,
      'POST /complaints/{reference}/links': tight,
      'POST /resident-sessions': tight,
      'POST /complaints/{reference}/messages': tight,
      'POST /contributions': tight,
    });
  });

  it('logs of a request what names nobody', () => {
    const settings = stage?.properties.AccessLogSettings as { Format: string };
    expect(JSON.parse(settings.Format)).toEqual({
      requestId: '$context.requestId',
      routeKey: '$context.routeKey',
      status: '$context.status',
      latency: '$context.responseLatency',
    });
  });
});
