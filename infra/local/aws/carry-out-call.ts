import type { Fault } from '../aws-call.ts';
import { type Answer, type AwsRequest, CallError, type Caller } from './call.ts';
import { errorOfFault } from './faults.ts';
import type { Grant } from './grants.ts';
import type { PreparedCall, Service } from './services.ts';

interface Steps {
  service: Service;
  request: AwsRequest;
  identify(): Caller;
  authorize(roleArn: string, grants: Grant[], deniedCode: string, deniedStatus: number): void;
  takeFault(): Fault | undefined;
  killEnvironment(environmentId: string): Promise<void>;
}

/** `cut off`: the connection breaks instead of an answer; `never`: it hangs until the caller gives up. */
export type Outcome = Answer & { delivery: 'answer' | 'cut off' | 'never' };

/** One call from beginning to end: fault, grants, the work itself, fault again. */
export async function carryOutCall(steps: Steps): Promise<Outcome> {
  const { service, request } = steps;
  try {
    const caller = steps.identify();
    const fault = steps.takeFault();
    if (fault?.kind === 'timeout') return undelivered(noAnswer, 'timeout', 'never');
    if (fault?.kind === 'kill' && fault.when !== 'after') {
      await steps.killEnvironment(caller.environmentId);
      return undelivered(noAnswer, 'killed', 'cut off');
    }
    const answer = await answerCall(steps, caller, fault);
    if (fault?.kind === 'lost-response') return undelivered(answer, 'lost-response', 'cut off');
    if (fault?.kind === 'kill') {
      await steps.killEnvironment(caller.environmentId);
      return undelivered(answer, 'killed', 'cut off');
    }
    return { ...answer, delivery: 'answer' };
  } catch (error) {
    return { ...service.answerError(asCallError(error, request)), delivery: 'answer' };
  }
}

async function answerCall(steps: Steps, caller: Caller, fault: Fault | undefined): Promise<Answer> {
  const { service, request } = steps;
  try {
    const prepared = await service.prepare(request);
    const failure = fault && errorOfFault(fault, request.service, request.operation, prepared.input);
    if (failure !== undefined) throw failure;
    checkGrants(steps, caller, prepared);
    return await prepared.carryOut();
  } catch (error) {
    return service.answerError(asCallError(error, request));
  }
}

function checkGrants(
  { service, request, authorize }: Steps,
  { roleArn }: Caller,
  { grants }: PreparedCall,
): void {
  if (roleArn === undefined) return;
  if (grants === undefined) {
    throw new CallError(
      'UnknownOperationException',
      `The local stack does not know which grants ${request.service} ${request.operation} takes: ` +
        'add it in infra/local/aws/required-grants.ts.',
    );
  }
  authorize(roleArn, grants, service.denied.code, service.denied.status);
}

const noAnswer: Answer = { status: 0, contentType: '', body: '', outcome: '', read: 0, write: 0 };

function undelivered(answer: Answer, outcome: string, delivery: 'cut off' | 'never'): Outcome {
  return { ...answer, outcome, delivery };
}

function asCallError(error: unknown, { service, operation }: AwsRequest): CallError {
  if (error instanceof CallError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  // 400, because the SDK would send the call again after a 500.
  return new CallError(
    'InternalFailure',
    `The local stack failed at ${service} ${operation}: ${reason}`,
    400,
  );
}
