import type { AwsEndpoint } from './aws-call.ts';
import type { LambdaFunction } from './system.ts';

/** The environment variables of one execution environment: the template's, over what Lambda itself sets. */
export function environmentOf(
  fn: LambdaFunction,
  environmentId: string,
  endpoint: Pick<AwsEndpoint, 'url' | 'credentialsFor'>,
  region: string,
): Record<string, string> {
  const credentials = endpoint.credentialsFor(fn.name, environmentId);
  return {
    ...fn.environment,
    _HANDLER: fn.handler,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: logGroupOf(fn),
    AWS_LAMBDA_LOG_STREAM_NAME: `local/[$LATEST]${environmentId}`,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_ENDPOINT_URL: endpoint.url,
    LAMBDA_TASK_ROOT: fn.codePath,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    LANG: 'en_US.UTF-8',
    PATH: '/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin',
    TZ: ':UTC',
  };
}

export function logGroupOf(fn: LambdaFunction): string {
  return fn.logGroupName ?? `/aws/lambda/${fn.name}`;
}
