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

export const faultKinds = [
  'throttle',
  'refuse',
  'conflict',
  /** 503: the call is not carried out */
  'unavailable',
  /** the call is carried out, and its answer never comes */
  'lost-response',
  /** the call is not carried out, and nothing is answered */
  'timeout',
  'kill',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Why SES refuses a mail, by the code of its query protocol, which the SDK turns into the name of an error class. */
export const sesRefusals = {
  MessageRejected: 'Email was refused by an injected fault.',
  InvalidParameterValue: 'Domain contains illegal character.',
  /** of the two that SES calls so the one that waiting a minute does not cure */
  Throttling: 'Daily message quota exceeded.',
  AccountSendingPausedException: 'Email sending is disabled for the account.',
  ConfigurationSetDoesNotExist: 'Configuration set does not exist.',
  ConfigurationSetSendingPausedException: 'Email sending is disabled for the configuration set.',
  MailFromDomainNotVerifiedException: 'The MAIL FROM domain has no valid MX record.',
} as const;
export type SesRefusal = keyof typeof sesRefusals;

/** The body of `POST /_local/faults`: the next `times` matching calls fail in this way. */
export interface Fault {
  service: string;
  operation: string;
  function?: string;
  kind: FaultKind;
  /** `kill` only: end the function's environment before the call is carried out (default) or after it */
  when?: 'before' | 'after';
  /** `refuse` of SES only: with which code, by default `MessageRejected` */
  error?: SesRefusal;
  /** matching calls that pass first, those that meet another fault among them */
  skip?: number;
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
  /** @returns those that were still to happen */
  clearFaults(): Fault[];
  /** credentials that tell the endpoint which function, in which execution environment, is calling */
  credentialsFor(
    functionName: string,
    environmentId: string,
  ): { accessKeyId: string; secretAccessKey: string; sessionToken: string };
  /** forgets mails, calls and faults */
  reset(): void;
  close(): Promise<void>;
}
