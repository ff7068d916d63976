import { type Fault, faultKinds, type SesRefusal, sesRefusals } from '../aws-call.ts';
import { StackError } from '../stack-error.ts';
import { CallError, type ServiceName, serviceNames } from './call.ts';
import { asList, type Json } from './json.ts';

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
    /** forgets them, and returns those that have not happened as often as they were to */
    clear(): Fault[] {
      return faults.splice(0);
    },
    /** the fault that this call meets, counted down */
    take(call: Match): Fault | undefined {
      const fault = firstReady(faults.filter((candidate) => meets(candidate, call)));
      if (fault === undefined) return undefined;
      fault.times -= 1;
      if (fault.times <= 0) faults = faults.filter((one) => one !== fault);
      return fault;
    },
  };
}

/** Each counts the calls that pass it, whether or not another fault takes them. */
function firstReady(meeting: Fault[]): Fault | undefined {
  const ready = meeting.find(({ skip = 0 }) => skip === 0);
  for (const fault of meeting) if (fault.skip) fault.skip -= 1;
  return ready;
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

function checkFault(fault: Fault): void {
  const { service, operation, kind, when } = fault;
  if (!serviceNames.some((name) => same(name, String(service)))) {
    throw new StackError(`A fault names the service ${service}; it is one of ${serviceNames.join(', ')}.`);
  }
  if (typeof operation !== 'string' || operation === '') throw new StackError('A fault names no operation.');
  if (!faultKinds.includes(kind))
    throw new StackError(`A fault is of kind ${kind}; it is one of ${faultKinds.join(', ')}.`);
  checkCounts(fault);
  if (when !== undefined && kind !== 'kill') throw new StackError('Only a kill fault has a `when`.');
  if (when !== undefined && when !== 'before' && when !== 'after') {
    throw new StackError(`A kill fault happens ${when}; it is before or after.`);
  }
  if (kind === 'conflict' && !(same(service, 'dynamodb') && conflicting.includes(operation.toLowerCase()))) {
    throw new StackError(`DynamoDB writes conflict, but ${service} ${operation} never does.`);
  }
  checkError(fault);
}

function checkCounts({ times, skip = 0 }: Fault): void {
  if (!Number.isInteger(times) || times < 1)
    throw new StackError(`A fault happens ${times} times; give 1 or more.`);
  if (!Number.isInteger(skip) || skip < 0)
    throw new StackError(`A fault lets ${skip} calls pass; give 0 or more.`);
}

function checkError({ service, kind, error }: Fault): void {
  if (error === undefined) return;
  if (kind !== 'refuse' || !same(service, 'ses'))
    throw new StackError('Only a refuse fault of SES has an `error`.');
  if (!Object.hasOwn(sesRefusals, error))
    throw new StackError(`SES refuses with ${Object.keys(sesRefusals).join(', ')}, and not with ${error}.`);
}

/**
 * What a call is answered with that a fault keeps from being carried out, as the service itself words it; undefined for
 * a fault that answers nothing.
 */
export function errorOfFault(
  { kind, error }: Fault,
  service: ServiceName,
  operation: string,
  input: Json,
): CallError | undefined {
  if (kind === 'throttle') return throttleError(service);
  if (kind === 'refuse') return refuseError(service, operation, error);
  if (kind === 'conflict') return conflictError(operation, input);
  if (kind === 'unavailable')
    return new CallError('ServiceUnavailable', 'The service is temporarily unavailable.', 503);
  return undefined;
}

function throttleError(service: ServiceName): CallError {
  if (service === 'ses') return new CallError('Throttling', 'Maximum sending rate exceeded.');
  return new CallError('ThrottlingException', 'Rate exceeded.');
}

function refuseError(
  service: ServiceName,
  operation: string,
  error: SesRefusal = 'MessageRejected',
): CallError {
  if (service === 'ses') return new CallError(error, sesRefusals[error]);
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
