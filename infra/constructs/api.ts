import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpAuthorizer,
  HttpAuthorizerType,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type RouteName, routes } from '../../shared/contracts/routes.ts';
import { type Alarms, alarmPeriod } from './alarms.ts';

/** The functions that routes name: each must be given, no other can be. */
type ApiFunctionName = (typeof routes)[RouteName]['function'];

interface ApiProps {
  functions: Record<ApiFunctionName, IFunction>;
  /** of staff tokens */
  issuer: string;
  audience: string;
  alarms: Alarms;
}

interface Throttle {
  rateLimit: number;
  burstLimit: number;
}

const throttle: Throttle = { rateLimit: 20, burstLimit: 40 };

/** Tighter than the stage's, where a stranger's request stores something, sends a mail or tries a token. */
const tightThrottle: Throttle = { rateLimit: 5, burstLimit: 10 };
const routeThrottles: Partial<Record<RouteName, Throttle>> = {
  receiveComplaint: tightThrottle,
  sendCompliment: tightThrottle,
  requestLink: tightThrottle,
  openSession: tightThrottle,
  sendMessage: tightThrottle,
  contribute: tightThrottle,
};

/** The HTTP API: the routes of the contracts and no other. */
export class Api extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'Http', { apiName: 'redress', createDefaultStage: false });
    const { authorizerId } = new HttpAuthorizer(this, 'Staff', {
      httpApi: api,
      type: HttpAuthorizerType.JWT,
      identitySource: ['$request.header.Authorization'],
      jwtIssuer: props.issuer,
      jwtAudience: [props.audience],
    });
    const staffOnly: IHttpRouteAuthorizer = {
      bind: () => ({ authorizerId, authorizationType: HttpAuthorizerType.JWT }),
    };
    const integrations = integrationsOf(props.functions);
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            retention: RetentionDays.THREE_MONTHS,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: accessLogFormat,
      },
    });
    for (const [name, route] of Object.entries(routes)) {
      const httpRoute = new HttpRoute(this, name, {
        httpApi: api,
        routeKey: routeKey(route.key),
        integration: integrations[route.function],
        ...(route.tag === 'staff' ? { authorizer: staffOnly } : {}),
      });
      // the stage's settings name routes, which must exist before it
      stage.node.addDependency(httpRoute);
    }
    setRouteThrottles(stage);
    this.url = api.apiEndpoint;
    props.alarms.whenAny('api-errors', {
      metric: new Metric({
        namespace: 'AWS/ApiGateway',
        metricName: '5xx',
        dimensionsMap: { ApiId: api.apiId },
        statistic: 'Sum',
        period: alarmPeriod,
      }),
      impact:
        'Somebody who complains or works on a complaint got an error page, and what they sent may not have been taken.',
      heading: 'The API answers with errors',
    });
  }
}

/** Nothing that names a person or a complaint: no path, no query, no address. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    routeKey: '$context.routeKey',
    status: AccessLogField.contextStatus(),
    latency: AccessLogField.contextResponseLatency(),
  }),
);

function integrationsOf(functions: ApiProps['functions']): Record<ApiFunctionName, HttpLambdaIntegration> {
  const integration = (name: ApiFunctionName) =>
    // one permission for the API: a permission for every route would outgrow the function's resource policy (20 KB)
    new HttpLambdaIntegration(name, functions[name], { scopePermissionToRoute: false });
  return { 'resident-api': integration('resident-api'), 'staff-api': integration('staff-api') };
}

function routeKey(key: string): HttpRouteKey {
  const [method, path] = key.split(' ');
  const known = Object.values(HttpMethod).find((candidate) => candidate === method);
  if (known === undefined || path === undefined) throw new Error(`Not a route key: ${key}`);
  return HttpRouteKey.with(path, known);
}

function setRouteThrottles(stage: HttpStage): void {
  const { defaultChild } = stage.node;
  if (!CfnStage.isCfnStage(defaultChild)) throw new Error('The stage is not a CloudFormation stage');
  defaultChild.routeSettings = Object.fromEntries(
    Object.entries(routeThrottles).map(([name, { rateLimit, burstLimit }]) => [
      routes[name as RouteName].key,
      { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
    ]),
  );
}
