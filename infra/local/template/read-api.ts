import { StackError } from '../stack-error.ts';
import type { HttpApi, Route } from '../system.ts';
import { account, region } from './identities.ts';
import {
  optionalTextAt,
  type Resource,
  refuseProperties,
  resourceError,
  textAt,
  textsAt,
} from './properties.ts';

interface ApiParts {
  apis: Resource[];
  routes: Resource[];
  integrations: Resource[];
  authorizers: Resource[];
}

export function readApi({ apis, routes, integrations, authorizers }: ApiParts): HttpApi | undefined {
  const [api, second] = apis;
  if (api === undefined) return undefined;
  if (second !== undefined) {
    throw new StackError(
      `The templates have two APIs, ${api.logicalId} and ${second.logicalId}; one can run locally.`,
    );
  }
  if (optionalTextAt(api, 'ProtocolType') !== 'HTTP') throw resourceError(api, 'is no HTTP API');
  refuseProperties(api, ['Body', 'BodyS3Location', 'CorsConfiguration']);
  const id = api.identity.ref;
  return {
    logicalId: api.logicalId,
    id,
    arn: `arn:aws:execute-api:${region}:${account}:${id}`,
    routes: routes.map((route) => readRoute(route, integrations, authorizers)),
  };
}

function readRoute(route: Resource, integrations: Resource[], authorizers: Resource[]): Route {
  const integrationId = textAt(route, 'Target').replace('integrations/', '');
  const integration = integrations.find(({ identity }) => identity.ref === integrationId);
  if (integration === undefined)
    throw resourceError(route, 'has a target that is no integration of the templates');
  return {
    key: textAt(route, 'RouteKey'),
    functionArn: readFunctionArn(integration),
    authorizer: readAuthorizer(route, authorizers),
  };
}

function readFunctionArn(integration: Resource): string {
  refuseProperties(integration, ['RequestParameters', 'ResponseParameters']);
  if (
    textAt(integration, 'IntegrationType') !== 'AWS_PROXY' ||
    textAt(integration, 'PayloadFormatVersion') !== '2.0'
  ) {
    throw resourceError(
      integration,
      'is no function integration with payload format 2.0, the one kind run locally',
    );
  }
  return textAt(integration, 'IntegrationUri');
}

function readAuthorizer(route: Resource, authorizers: Resource[]): Route['authorizer'] {
  const type = optionalTextAt(route, 'AuthorizationType') ?? 'NONE';
  if (type === 'NONE') return undefined;
  const authorizerId = optionalTextAt(route, 'AuthorizerId');
  const authorizer = authorizers.find(({ identity }) => identity.ref === authorizerId);
  if (type !== 'JWT' || authorizer === undefined || optionalTextAt(authorizer, 'AuthorizerType') !== 'JWT') {
    throw resourceError(route, `is authorized by ${type}; only JWT authorizers of the templates run locally`);
  }
  return {
    issuer: textAt(authorizer, 'JwtConfiguration.Issuer'),
    audiences: textsAt(authorizer, 'JwtConfiguration.Audience'),
    scopes: textsAt(route, 'AuthorizationScopes'),
  };
}
