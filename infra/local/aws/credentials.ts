import type { System } from '../system.ts';
import { CallError, type Caller } from './call.ts';

/** The name under which the stack's own calls are recorded; they need no grants. */
const stackCaller = 'local-stack';

/** Access keys that tell who is calling. They are alphanumeric, as DynamoDB Local wants them. */
export function createCredentials(system: System) {
  const namesByKey = new Map<string, string>();
  const keysByName = new Map<string, string>();

  function keyOf(functionName: string): string {
    const known = keysByName.get(functionName);
    if (known !== undefined) return known;
    const key = `${functionName.replace(/[^A-Za-z0-9]/g, '').toUpperCase()}KEY${keysByName.size}`;
    keysByName.set(functionName, key);
    namesByKey.set(key, functionName);
    return key;
  }

  return {
    issue(functionName: string, environmentId: string) {
      const accessKeyId = keyOf(functionName);
      return { accessKeyId, secretAccessKey: 'local', sessionToken: environmentId };
    },
    callerOf(accessKeyId: string, sessionToken: string): Caller {
      const functionName = namesByKey.get(accessKeyId);
      const roleArn = system.functions.find(({ name }) => name === functionName)?.roleArn;
      if (functionName === undefined || (roleArn === undefined && functionName !== stackCaller)) {
        throw new CallError(
          'UnrecognizedClientException',
          'The security token included in the request is invalid.',
        );
      }
      return { functionName, roleArn, environmentId: sessionToken };
    },
  };
}
