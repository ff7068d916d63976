/** Who makes a call. Functions are subject to their role; the stack itself is not. */
export interface Caller {
  functionName: string;
  roleArn: string | undefined;
  environmentId: string;
}

export const serviceNames = ['dynamodb', 'ses', 'events'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** A request as it arrived, its body not yet understood. */
export interface AwsRequest {
  service: ServiceName;
  operation: string;
  body: Buffer;
}

/** What a service answers, and what is recorded of it. */
export interface Answer {
  status: number;
  contentType: string;
  body: string | Buffer;
  /** `ok` or the error code */
  outcome: string;
  read: number;
  write: number;
}

/** An error that the caller is answered with, in whatever shape its protocol has for errors. */
export class CallError extends Error {
  override name = 'CallError';
  readonly code: string;
  readonly status: number;
  /** further members of the error, such as CancellationReasons */
  readonly members: Record<string, unknown>;

  constructor(code: string, message: string, status = 400, members: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.members = members;
  }
}
