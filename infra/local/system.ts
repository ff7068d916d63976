/**
 * The system as its synthesized templates describe it, with every intrinsic resolved: the only thing the local stack
 * knows about the product. `read-system.ts` makes one from a cloud assembly; everything else here reads it.
 */
export interface System {
  region: string;
  account: string;
  tables: Table[];
  functions: LambdaFunction[];
  /** undefined where the templates have no HTTP API */
  api: HttpApi | undefined;
  /** names of the event buses beside the default one */
  buses: string[];
  rules: Rule[];
  schedules: Schedule[];
  streams: StreamMapping[];
  queues: Queue[];
  mail: Mail;
  /** role ARN → the statements of all its policies */
  roles: Map<string, Statement[]>;
  permissions: InvokePermission[];
  /** resources that need nothing running locally, each with the reason */
  inert: InertResource[];
}

export interface Table {
  logicalId: string;
  name: string;
  arn: string;
  /** KMS key ARN when the table is encrypted with a customer managed key */
  keyArn: string | undefined;
  /** exactly what DynamoDB's CreateTable takes: KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, StreamSpecification */
  definition: Record<string, unknown>;
  /** attribute that TTL deletes by */
  timeToLiveAttribute: string | undefined;
  streamArn: string | undefined;
}

export interface LambdaFunction {
  logicalId: string;
  /** the short name people use: `resident-api`, `sweep`; the FunctionName of the template without its prefix */
  name: string;
  arn: string;
  roleArn: string;
  /** absolute folder of the built bundle */
  codePath: string;
  /** `index.handler` */
  handler: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  environment: Record<string, string>;
  /** how failed asynchronous invocations are handled (AWS::Lambda::EventInvokeConfig); Lambda's default is 2 retries */
  asynchronous: { maximumRetryAttempts: number; onFailureArn: string | undefined };
  logGroupName: string | undefined;
}

export interface HttpApi {
  logicalId: string;
  id: string;
  arn: string;
  routes: Route[];
}

export interface Route {
  /** API Gateway's route key: `POST /landlords/{landlord}/complaints` */
  key: string;
  functionArn: string;
  /** the JWT authorizer of the route, undefined for a public one */
  authorizer: { issuer: string; audiences: string[]; scopes: string[] } | undefined;
}

/** An EventBridge rule: by rate, cron (UTC) or event pattern. */
export interface Rule {
  logicalId: string;
  name: string;
  arn: string;
  /** name of the bus that it listens to */
  bus: string;
  schedule: string | undefined;
  pattern: Record<string, unknown> | undefined;
  enabled: boolean;
  targets: RuleTarget[];
}

export interface RuleTarget {
  arn: string;
  input: unknown;
  deadLetterArn: string | undefined;
  maximumRetryAttempts: number;
}

/** An EventBridge Scheduler schedule, in its own time zone. */
export interface Schedule {
  logicalId: string;
  name: string;
  expression: string;
  timeZone: string;
  targetArn: string;
  roleArn: string;
  input: unknown;
  enabled: boolean;
}

/** A DynamoDB stream that wakes a function (AWS::Lambda::EventSourceMapping). */
export interface StreamMapping {
  logicalId: string;
  streamArn: string;
  functionArn: string;
  batchSize: number;
  maximumRetryAttempts: number;
  bisectOnError: boolean;
  reportsPartialFailure: boolean;
  onFailureArn: string | undefined;
  filters: Record<string, unknown>[];
}

export interface Queue {
  logicalId: string;
  name: string;
  arn: string;
  url: string;
}

export interface Mail {
  /** ARNs of the verified identities */
  identities: { name: string; arn: string }[];
  configurationSets: ConfigurationSet[];
}

export interface ConfigurationSet {
  name: string;
  arn: string;
  /** event types published to the default EventBridge bus, in SES's words: `SEND`, `DELIVERY`, `BOUNCE`… */
  eventTypes: string[];
}

/** One statement of a policy, its elements normalised to lists. */
export interface Statement {
  effect: 'Allow' | 'Deny';
  actions: string[];
  resources: string[];
  conditions: Record<string, Record<string, string[]>>;
}

/** AWS::Lambda::Permission: who may invoke a function. */
export interface InvokePermission {
  functionArn: string;
  /** `events.amazonaws.com`, `apigateway.amazonaws.com` */
  principal: string;
  sourceArn: string | undefined;
}

export interface InertResource {
  logicalId: string;
  type: string;
  reason: string;
}
