import type { Fault, FaultKind } from '../aws-call.ts';
import { StackError } from '../stack-error.ts';
import { CallError, type ServiceName, serviceNames } from './call.ts';
import { asList, type Json } from './json.ts';

const kinds: FaultKind[] = ['throttle', 'refuse', 'conflict', 'lost-response', 'timeout', 'kill'];
const conflicting = ['transactwriteitems', 'putitem', 'updateitem', 'deleteitem'];

interface Match {
  service: string;
  operation: string;
  functionName: string;
}

/** The faults that are still to happen, in the order in which they were asked for. */
export function createFaults() {
  let faults: Fault[] = [];
  return {
    add(fault: Fault): void {
      checkFault(fault);
      faults.push({ ...fault });
    },
    clear(): void {
      faults = [];
    },
    /** the fault that this call meets, counted down */
    take(call: Match): Fault | undefined {
      const fault = faults.find((candidate) => meets(candidate, call));
      if (fault === undefined) return undefined;
      fault.times -= 1;
      if (fault.times <= 0) faults = faults.filter((one) => one !== fault);
      return fault;
    },
  };
}

function meets(fault: Fault, { service, operation, functionName }: Match): boolean {
  return (
    same(fault.service, service) &&
    same(fault.operation, operation) &&
    (fault.function === undefined || same(fault.function, functionName))
  );
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function checkFault({ service, operation, kind, when, times }: Fault): void {
  if (!serviceNames.some((name) => same(name, String(service)))) {
    throw new StackError(`A fault names the service ${service}; it is one of ${serviceNames.join(', ')}.`);
  }
  if (typeof operation !== 'string' || operation === '') throw new StackError('A fault names no operation.');
  if (!kinds.includes(kind))
    throw new StackError(`A fault is of kind ${kind}; it is one of ${kinds.join(', ')}.`);
  if (!Number.isInteger(times) || times < 1)
    throw new StackError(`A fault happens ${times} times; give 1 or more.`);
  if (when !== undefined && kind !== 'kill') throw new StackError('Only a kill fault has a `when`.');
  if (when !== undefined && when !== 'before' && when !== 'after') {
    throw new StackError(`A kill fault happens ${when}; it is before or after.`);
  }
  if (kind === 'conflict' && !(same(service, 'dynamodb') && conflicting.includes(operation.toLowerCase()))) {
    throw new StackError(`DynamoDB writes conflict, but ${service} ${operation} never does.`);
  }
}

/** The error that a throttle, refuse or conflict fault answers with, as the service itself words it. */
export function errorOfFault(
  kind: 'throttle' | 'refuse' | 'conflict',
  service: ServiceName,
  operation: string,
  input: Json,
): CallError {
  if (kind === 'throttle') return throttleError(service);
  if (kind === 'refuse') return refuseError(service, operation);
  return conflictError(operation, input);
}

function throttleError(service: ServiceName): CallError {
  if (service === 'ses') return new CallError('Throttling', 'Maximum sending rate exceeded.');
  return new CallError('ThrottlingException', 'Rate exceeded.');
}

function refuseError(service: ServiceName, operation: string): CallError {
  if (service === 'ses') return new CallError('MessageRejected', 'Email was refused by an injected fault.');
  return new CallError('AccessDeniedException', `${operation} was refused by an injected fault.`);
}

function conflictError(operation: string, input: Json): CallError {
  if (operation !== 'TransactWriteItems') {
    return new CallError('TransactionConflictException', 'Transaction is ongoing for the item');
  }
  const reasons = asList(input.TransactItems).map(() => ({
    Code: 'TransactionConflict',
    Message: 'Transaction is ongoing for the item',
  }));
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return new CallError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    400,
    { CancellationReasons: reasons },
  );
}
