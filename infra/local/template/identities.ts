import { createHash } from 'node:crypto';

export const region = 'eu-west-2';
export const account = '123456789012';

/** What CloudFormation's Ref and Fn::GetAtt give for a resource. */
export interface Identity {
  ref: string;
  attributes: Record<string, string>;
}

interface Named {
  stack: string;
  logicalId: string;
  type: string;
  /** the resolved value of a property that gives the resource its name, if the template has it */
  given(property: string): string | undefined;
  has(property: string): boolean;
}

/** The identity of a resource; types that nothing refers to have an id of their own and no attributes. */
export function identify(resource: Named): Identity {
  return (identities[resource.type] ?? identifyById)(resource);
}

const identities: Record<string, (resource: Named) => Identity> = {
  'AWS::DynamoDB::Table': identifyTable,
  'AWS::DynamoDB::GlobalTable': identifyTable,
  'AWS::KMS::Key': (resource) => {
    const id = uniqueId(resource, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { ref: id, attributes: { Arn: arn('kms', `key/${id}`), KeyId: id } };
  },
  'AWS::KMS::Alias': (resource) => ({ ref: resource.given('AliasName') ?? '', attributes: {} }),
  'AWS::Lambda::Function': (resource) => {
    const name = resource.given('FunctionName') ?? resource.logicalId;
    return { ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } };
  },
  'AWS::IAM::Role': (resource) => {
    const name = resource.given('RoleName') ?? generatedName(resource);
    const path = resource.given('Path') ?? '/';
    const roleArn = `arn:aws:iam::${account}:role${path}${name}`;
    return { ref: name, attributes: { Arn: roleArn, RoleId: uniqueId(resource, 21).toUpperCase() } };
  },
  'AWS::Events::EventBus': (resource) => {
    const name = resource.given('Name') ?? '';
    return { ref: name, attributes: { Arn: arn('events', `event-bus/${name}`), Name: name } };
  },
  'AWS::Events::Rule': (resource) => {
    const name = resource.given('Name') ?? generatedName(resource);
    const bus = resource.given('EventBusName') ?? 'default';
    const path = bus === 'default' ? name : `${bus}/${name}`;
    return { ref: name, attributes: { Arn: arn('events', `rule/${path}`) } };
  },
  'AWS::Scheduler::Schedule': (resource) => {
    const name = resource.given('Name') ?? generatedName(resource);
    const group = resource.given('GroupName') ?? 'default';
    return { ref: name, attributes: { Arn: arn('scheduler', `schedule/${group}/${name}`) } };
  },
  'AWS::ApiGatewayV2::Api': (resource) => {
    const id = uniqueId(resource, 10);
    const endpoint = `https://${id}.execute-api.${region}.amazonaws.com`;
    return { ref: id, attributes: { ApiId: id, ApiEndpoint: endpoint } };
  },
  'AWS::ApiGatewayV2::Stage': (resource) => ({
    ref: resource.given('StageName') ?? '$default',
    attributes: {},
  }),
  'AWS::SQS::Queue': (resource) => {
    const name = resource.given('QueueName') ?? generatedName(resource);
    const url = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
    return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::SNS::Topic': (resource) => {
    const name = resource.given('TopicName') ?? generatedName(resource);
    const topicArn = arn('sns', name);
    return { ref: topicArn, attributes: { TopicArn: topicArn, TopicName: name } };
  },
  'AWS::Logs::LogGroup': (resource) => {
    const name = resource.given('LogGroupName') ?? generatedName(resource);
    return { ref: name, attributes: { Arn: arn('logs', `log-group:${name}:*`) } };
  },
  'AWS::CloudWatch::Alarm': (resource) => {
    const name = resource.given('AlarmName') ?? generatedName(resource);
    return { ref: name, attributes: { Arn: arn('cloudwatch', `alarm:${name}`) } };
  },
  'AWS::SES::EmailIdentity': (resource) => ({ ref: resource.given('EmailIdentity') ?? '', attributes: {} }),
  'AWS::SES::ConfigurationSet': (resource) => ({
    ref: resource.given('Name') ?? generatedName(resource),
    attributes: {},
  }),
};

function identifyTable(resource: Named): Identity {
  const name = resource.given('TableName') ?? generatedName(resource);
  const tableArn = arn('dynamodb', `table/${name}`);
  const streamArn = `${tableArn}/stream/2026-01-01T00:00:00.000`;
  const stream = resource.has('StreamSpecification') ? { StreamArn: streamArn } : {};
  return { ref: name, attributes: { Arn: tableArn, ...stream } };
}

function identifyById(resource: Named): Identity {
  const id = uniqueId(resource, 10);
  return { ref: id, attributes: { Id: id } };
}

function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

function generatedName(resource: Named): string {
  return `${resource.stack}-${resource.logicalId}`;
}

function uniqueId(resource: Named, length: number): string {
  return createHash('sha256')
    .update(`${resource.stack}/${resource.logicalId}`)
    .digest('hex')
    .slice(0, length);
}
