import { StackError } from '../stack-error.ts';
import type { InertResource, System } from '../system.ts';
import { account, region } from './identities.ts';
import type { Resource } from './properties.ts';
import { readApi } from './read-api.ts';
import { readAssembly, type StackTemplate } from './read-assembly.ts';
import { readFunction, readPermission } from './read-functions.ts';
import { readMail } from './read-mail.ts';
import { readRoles } from './read-roles.ts';
import { readTable } from './read-tables.ts';
import { readRule, readSchedule, readStreamMapping } from './read-triggers.ts';
import { createResolver, type Resolver } from './resolve.ts';
import { treatmentOf } from './resource-types.ts';

/** The system that the templates of a cloud assembly describe, for these values of their parameters. */
export function readSystem(assemblyFolder: string, parameters: Record<string, string>): System {
  return readStacks(readAssembly(assemblyFolder), parameters);
}

export function readStacks(stacks: StackTemplate[], parameters: Record<string, string>): System {
  const resolver = createResolver(stacks, parameters);
  const { resources, inert } = readResources(stacks, resolver);
  const ofType = (...types: string[]) => resources.filter(({ type }) => types.includes(type));
  const codeFolders = new Map(stacks.flatMap((stack) => [...stack.codeFolders]));
  const invokeConfigs = ofType('AWS::Lambda::EventInvokeConfig');
  const system: System = {
    region,
    account,
    tables: ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map(readTable),
    functions: ofType('AWS::Lambda::Function').map((one) => readFunction(one, codeFolders, invokeConfigs)),
    api: readApi({
      apis: ofType('AWS::ApiGatewayV2::Api'),
      routes: ofType('AWS::ApiGatewayV2::Route'),
      integrations: ofType('AWS::ApiGatewayV2::Integration'),
      authorizers: ofType('AWS::ApiGatewayV2::Authorizer'),
    }),
    buses: ofType('AWS::Events::EventBus').map(({ identity }) => identity.ref),
    rules: ofType('AWS::Events::Rule').map(readRule),
    schedules: ofType('AWS::Scheduler::Schedule').map(readSchedule),
    streams: ofType('AWS::Lambda::EventSourceMapping').map(readStreamMapping),
    queues: ofType('AWS::SQS::Queue').map(({ logicalId, identity }) => ({
      logicalId,
      name: identity.attributes.QueueName ?? '',
      arn: identity.attributes.Arn ?? '',
      url: identity.ref,
    })),
    mail: readMail({
      identities: ofType('AWS::SES::EmailIdentity'),
      configurationSets: ofType('AWS::SES::ConfigurationSet'),
      eventDestinations: ofType('AWS::SES::ConfigurationSetEventDestination'),
    }),
    roles: readRoles(ofType('AWS::IAM::Role'), ofType('AWS::IAM::Policy')),
    permissions: ofType('AWS::Lambda::Permission').map(readPermission),
    inert,
  };
  checkReferences(system);
  return system;
}

function readResources(stacks: StackTemplate[], resolver: Resolver) {
  const resources: Resource[] = [];
  const inert: InertResource[] = [];
  for (const { name: stack, template } of stacks) {
    for (const [logicalId, { Type: type, Properties = {}, Condition }] of Object.entries(
      template.Resources ?? {},
    )) {
      const treatment = treatmentOf(stack, logicalId, type);
      if (treatment !== 'run') {
        inert.push({ logicalId, type, reason: treatment.inert });
        continue;
      }
      if (Condition !== undefined) {
        throw new StackError(
          `${logicalId} of stack ${stack} depends on condition ${Condition}, but the local stack evaluates no conditions.`,
        );
      }
      const properties = resolver.resolve(Properties, { stack, resource: logicalId, path: '' });
      resources.push({
        stack,
        logicalId,
        type,
        identity: resolver.identityOf(stack, logicalId),
        properties: properties as Record<string, unknown>,
      });
    }
  }
  return { resources, inert };
}

/** Names and ARNs that lead nowhere would only show when something fails to happen. */
function checkReferences(system: System): void {
  const { tables, functions, roles, streams, api, rules, schedules, queues } = system;
  const names = [...tables, ...functions].map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new StackError(`Two tables or functions of the templates are named ${twice}.`);
  const known = new Set([...functions, ...queues].map(({ arn }) => arn));
  const require = (arn: string | undefined, owner: string) => {
    if (arn === undefined || known.has(arn)) return;
    throw new StackError(`${owner} leads to ${arn}, which is no function or queue of the templates.`);
  };
  for (const { name, roleArn, asynchronous } of functions) {
    if (!roles.has(roleArn))
      throw new StackError(`Function ${name} has role ${roleArn}, which no template declares.`);
    require(asynchronous.onFailureArn, `The failure destination of function ${name}`);
  }
  for (const { key, functionArn } of api?.routes ?? []) require(functionArn, `Route ${key}`);
  for (const { name, targets } of rules) for (const { arn } of targets) require(arn, `Rule ${name}`);
  checkBuses(system);
  for (const { name, targetArn } of schedules) require(targetArn, `Schedule ${name}`);
  for (const { logicalId, functionArn, onFailureArn, streamArn } of streams) {
    require(functionArn, `Stream mapping ${logicalId}`);
    require(onFailureArn, `The failure destination of stream mapping ${logicalId}`);
    if (!tables.some((table) => table.streamArn === streamArn)) {
      throw new StackError(`Stream mapping ${logicalId} reads ${streamArn}, which is no table's stream.`);
    }
  }
}

function checkBuses({ buses, rules }: System): void {
  const astray = rules.find(({ bus }) => bus !== 'default' && !buses.includes(bus));
  if (astray !== undefined)
    throw new StackError(`Rule ${astray.name} listens to bus ${astray.bus}, which no template declares.`);
}
