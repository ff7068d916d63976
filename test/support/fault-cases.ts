import { type Fault, faultKinds, type RecordedCall } from '../../infra/local/aws-call.ts';

/** The nth call of an operation by a function, since a complaint came in. */
export interface NthCall extends Pick<Fault, 'service' | 'operation'> {
  function: string;
  nth: number;
}

const writingOperations = ['TransactWriteItems', 'PutItem', 'UpdateItem', 'DeleteItem'];

/** Calls of one function, each numbered among those of its operation. */
export function numberCalls(calls: readonly RecordedCall[]): NthCall[] {
  const seen: Record<string, number> = {};
  return calls.map(({ function: functionName, service, operation }) => {
    const nth = (seen[operation] ?? 0) + 1;
    seen[operation] = nth;
    return { function: functionName, service, operation, nth };
  });
}

/** Every way in which the stack lets a call fail, once. */
export function waysToFail({ nth, ...call }: NthCall): Fault[] {
  const kinds = faultKinds.filter(
    (kind) => kind !== 'conflict' || writingOperations.includes(call.operation),
  );
  return kinds.flatMap((kind) => {
    const fault: Fault = { ...call, kind, skip: nth - 1, times: 1 };
    return kind === 'kill' ? [fault, { ...fault, when: 'after' }] : [fault];
  });
}

export function nameFault({ function: functionName, operation, skip = 0, kind, when }: Fault): string {
  return [functionName, operation, skip + 1, kind, when].filter((part) => part !== undefined).join(' ');
}
