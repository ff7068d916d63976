import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, EventInvokeConfig, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Environment, FunctionName } from '../../shared/contracts/environment.ts';
import { functionNamePrefix } from '../../shared/contracts/names.ts';
import type { Alarms } from './alarms.ts';

interface RedressFunctionProps<Name extends FunctionName> {
  /** exactly what the function's entry point parses */
  environment: Environment<Name>;
  timeout: Duration;
  /** how often Lambda tries an asynchronous invocation again; none for ticks, whose next tick is the retry */
  retries: 0 | 1 | 2;
  /** what a person suffers when the function's work has failed, as one sentence */
  failureImpact: string;
  statements: PolicyStatement[];
  alarms: Alarms;
}

const root = join(import.meta.dirname, '../..');

/**
 * The only way to make a function here. It brings its own role, log, trace and failure queue, and an alarm that says
 * what a failure means to people.
 */
export class RedressFunction<Name extends FunctionName> extends Construct {
  readonly function: NodejsFunction;
  readonly failures: Queue;

  constructor(scope: Construct, name: Name, props: RedressFunctionProps<Name>) {
    super(scope, name);
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionNamePrefix}${name}`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.failures = new Queue(this, 'Failures', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const role = new Role(this, 'Role', {
      description: `What ${name} may do, and nothing else`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        grants: new PolicyDocument({
          statements: [...props.statements, ...ownStatements(logGroup, this.failures)],
        }),
      },
    });
    this.function = new NodejsFunction(this, 'Function', {
      functionName: `${functionNamePrefix}${name}`,
      entry: join(root, 'functions', name, 'index.ts'),
      handler: 'handler',
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: props.timeout,
      environment: props.environment,
      awsSdkConnectionReuse: false,
      tracing: Tracing.ACTIVE,
      logGroup,
      // all its statements are above: CDK would add wider ones and a second policy
      role: role.withoutPolicyUpdates(),
      bundling: {
        format: OutputFormat.CJS,
        target: 'node24',
        mainFields: ['module', 'main'],
        bundleAwsSDK: true,
        loader: { '.md': 'text' },
        forceDockerBundling: false,
        esbuildArgs: {
          // not identifiers: stack traces stay readable without source maps
          '--minify-whitespace': true,
          '--minify-syntax': true,
          '--alias': [...sdkAliases, ...calendarAlias(this.node.tryGetContext('calendarFile'))],
        },
      },
    });
    new EventInvokeConfig(this, 'Asynchronous', {
      function: this.function,
      retryAttempts: props.retries,
      onFailure: { bind: () => ({ destination: this.failures.queueArn }) },
    });
    props.alarms.whenAny(`${name}-failures`, {
      metric: this.failures.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      impact: props.failureImpact,
      heading: `Work of ${name} failed`,
    });
  }
}

function ownStatements(logGroup: LogGroup, failures: Queue) {
  return [
    new PolicyStatement({
      sid: 'OwnLog',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
    new PolicyStatement({ sid: 'OwnFailures', actions: ['sqs:SendMessage'], resources: [failures.queueArn] }),
    new PolicyStatement({
      sid: 'OwnTrace',
      actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
      // X-Ray knows no narrower resource
      resources: ['*'],
    }),
  ];
}

const sdkAliases = [
  ['@aws-sdk/credential-provider-node', 'lambda-credentials.ts'],
  ['@smithy/core/event-streams', 'unused-sdk-parts.ts'],
  ['@aws-sdk/endpoint-cache', 'unused-sdk-parts.ts'],
].map(([name, file = '']) => `${name}=${join(import.meta.dirname, file)}`);

/** For local use only: bundles a trial calendar in place of the one in the repository. */
function calendarAlias(file: unknown): string[] {
  return typeof file === 'string' ? [`#bank-holidays=${file}`] : [];
}
