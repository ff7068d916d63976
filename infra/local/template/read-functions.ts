import { functionNamePrefix } from '../../../shared/contracts/names.ts';
import type { InvokePermission, LambdaFunction } from '../system.ts';
import { account, region } from './identities.ts';
import {
  isRecord,
  numberAt,
  optionalTextAt,
  type Resource,
  refuseProperties,
  resourceError,
  textAt,
  valueAt,
} from './properties.ts';

/** Lambda's own defaults. */
const defaults = { timeoutSeconds: 3, memoryMegabytes: 128, asynchronousRetries: 2 };

export function readFunction(
  resource: Resource,
  codeFolders: Map<string, string>,
  invokeConfigs: Resource[],
): LambdaFunction {
  refuseProperties(resource, ['Code.ZipFile', 'Code.ImageUri', 'Layers', 'VpcConfig', 'FileSystemConfigs']);
  const arn = resource.identity.attributes.Arn ?? '';
  const deployedName = resource.identity.ref;
  const config = invokeConfigs.find((candidate) => functionArnOf(textAt(candidate, 'FunctionName')) === arn);
  return {
    logicalId: resource.logicalId,
    name: deployedName.startsWith(functionNamePrefix)
      ? deployedName.slice(functionNamePrefix.length)
      : deployedName,
    arn,
    roleArn: textAt(resource, 'Role'),
    codePath: readCodePath(resource, codeFolders),
    handler: textAt(resource, 'Handler'),
    timeoutSeconds: numberAt(resource, 'Timeout', defaults.timeoutSeconds),
    memoryMegabytes: numberAt(resource, 'MemorySize', defaults.memoryMegabytes),
    environment: readEnvironment(resource),
    asynchronous: readAsynchronous(config),
    logGroupName: optionalTextAt(resource, 'LoggingConfig.LogGroup'),
  };
}

export function readPermission(resource: Resource): InvokePermission {
  const action = textAt(resource, 'Action');
  if (action !== 'lambda:InvokeFunction') {
    throw resourceError(resource, `allows ${action}, but the local stack only knows lambda:InvokeFunction`);
  }
  return {
    functionArn: functionArnOf(textAt(resource, 'FunctionName')),
    principal: textAt(resource, 'Principal'),
    sourceArn: optionalTextAt(resource, 'SourceArn'),
  };
}

/** A function is referred to by its ARN or by its name. */
export function functionArnOf(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:')
    ? nameOrArn
    : `arn:aws:lambda:${region}:${account}:function:${nameOrArn}`;
}

function readCodePath(resource: Resource, codeFolders: Map<string, string>): string {
  const folder = codeFolders.get(textAt(resource, 'Code.S3Key'));
  if (folder === undefined) throw resourceError(resource, 'has code that is no asset of the assembly');
  return folder;
}

function readEnvironment(resource: Resource): Record<string, string> {
  const variables = valueAt(resource, 'Environment.Variables') ?? {};
  if (!isRecord(variables)) throw resourceError(resource, 'has Environment.Variables that are no object');
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}

function readAsynchronous(config: Resource | undefined): LambdaFunction['asynchronous'] {
  if (config === undefined) {
    return { maximumRetryAttempts: defaults.asynchronousRetries, onFailureArn: undefined };
  }
  refuseProperties(config, ['DestinationConfig.OnSuccess']);
  return {
    maximumRetryAttempts: numberAt(config, 'MaximumRetryAttempts', defaults.asynchronousRetries),
    onFailureArn: optionalTextAt(config, 'DestinationConfig.OnFailure.Destination'),
  };
}
