/** One AWS call that a function made through the endpoint, as `GET /_local/calls` tells it. */
export interface RecordedCall {
  /** name of the calling function, or `local-stack` for the stack's own calls */
  function: string;
  /** `dynamodb`, `ses`, `events` */
  service: string;
  /** `TransactWriteItems`, `SendRawEmail` */
  operation: string;
  /** instant on the stack's clock */
  at: string;
  /** capacity units as AWS would bill them */
  read: number;
  write: number;
  /** `ok`, or the error code that the function was answered with */
  outcome: string;
}

export type FaultKind = 'throttle' | 'refuse' | 'conflict' | 'lost-response' | 'timeout' | 'kill';

/** The body of `POST /_local/faults`: the next `times` matching calls fail in this way. */
export interface Fault {
  service: string;
  operation: string;
  function?: string;
  kind: FaultKind;
  /** `kill` only: end the function's environment before the call is carried out (default) or after it */
  when?: 'before' | 'after';
  times: number;
}

/** A mail that the SES endpoint accepted, as `GET /_local/mail` tells it. */
export interface AcceptedMail {
  messageId: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** instant on the stack's clock */
  at: string;
  tags: Record<string, string>;
  /** the configuration set it was sent with; its events go where that set publishes them */
  configurationSet?: string;
}

/** What the endpoint needs from the rest of the stack. */
export interface EndpointHooks {
  /** a mail was accepted: the runtime publishes its SES events */
  onMailAccepted(mail: AcceptedMail): void;
  /** a table with a stream was written to: the runtime's stream pump looks now instead of polling */
  onTableWritten(tableName: string): void;
  /** ends the execution environment that made the call (a `kill` fault) */
  killEnvironment(environmentId: string): Promise<void>;
}

/** The endpoint in front of every AWS call of the functions. */
export interface AwsEndpoint {
  /** `http://127.0.0.1:<port>`, what AWS_ENDPOINT_URL is set to in every worker */
  url: string;
  mails(): AcceptedMail[];
  calls(): RecordedCall[];
  addFault(fault: Fault): void;
  clearFaults(): void;
  /** credentials that tell the endpoint which function, in which execution environment, is calling */
  credentialsFor(
    functionName: string,
    environmentId: string,
  ): { accessKeyId: string; secretAccessKey: string; sessionToken: string };
  /** forgets mails, calls and faults */
  reset(): void;
  close(): Promise<void>;
}
