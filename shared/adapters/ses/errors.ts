import type { SendOutcome } from '../../domain/sending.ts';

type Verdict = Exclude<SendOutcome['type'], 'accepted'> | 'retry-of-mail';

/**
 * What an error says about the mail: every class that SES's client exports, the errors common to AWS's services, and
 * those of the network. `stop-the-line` is only what would meet every other mail too: one mail that SES dislikes must
 * not keep back all others. For the same reason three of `retry` in a row stop the line, and none of `retry-of-mail`.
 */
export const verdicts: Readonly<Record<string, Verdict>> = {
  // The rate passes; of a daily quota see below.
  Throttling: 'retry',
  ThrottlingException: 'retry',
  TooManyRequestsException: 'retry',
  LimitExceededException: 'retry',
  // SES never had the request whole.
  RequestTimeoutException: 'retry',
  ECONNREFUSED: 'retry',
  ENOTFOUND: 'retry',
  EAI_AGAIN: 'retry',
  // The request is wrong, of this mail or of every mail: three in a row stop the line by themselves.
  InvalidParameterCombination: 'retry',
  InvalidQueryParameter: 'retry',
  MalformedHttpRequestException: 'retry',
  MalformedQueryString: 'retry',
  MissingParameter: 'retry',
  // Of SES's other actions, on templates, receipt rules, destinations and policies. Should one answer a mail after all,
  // SES has refused it, and why nobody knows.
  AlreadyExistsException: 'retry-of-mail',
  CannotDeleteException: 'retry-of-mail',
  ConfigurationSetAlreadyExistsException: 'retry-of-mail',
  CustomVerificationEmailInvalidContentException: 'retry-of-mail',
  CustomVerificationEmailTemplateAlreadyExistsException: 'retry-of-mail',
  CustomVerificationEmailTemplateDoesNotExistException: 'retry-of-mail',
  EventDestinationAlreadyExistsException: 'retry-of-mail',
  EventDestinationDoesNotExistException: 'retry-of-mail',
  InvalidCloudWatchDestinationException: 'retry-of-mail',
  InvalidDeliveryOptionsException: 'retry-of-mail',
  InvalidFirehoseDestinationException: 'retry-of-mail',
  InvalidLambdaFunctionException: 'retry-of-mail',
  InvalidPolicyException: 'retry-of-mail',
  InvalidRenderingParameterException: 'retry-of-mail',
  InvalidS3ConfigurationException: 'retry-of-mail',
  InvalidSNSDestinationException: 'retry-of-mail',
  InvalidSnsTopicException: 'retry-of-mail',
  InvalidTemplateException: 'retry-of-mail',
  InvalidTrackingOptionsException: 'retry-of-mail',
  MissingRenderingAttributeException: 'retry-of-mail',
  RuleDoesNotExistException: 'retry-of-mail',
  RuleSetDoesNotExistException: 'retry-of-mail',
  TemplateDoesNotExistException: 'retry-of-mail',
  TrackingOptionsAlreadyExistsException: 'retry-of-mail',
  TrackingOptionsDoesNotExistException: 'retry-of-mail',

  // The account, the sender or the configuration set, which all mails share.
  AccountSendingPausedException: 'stop-the-line',
  ConfigurationSetDoesNotExistException: 'stop-the-line',
  ConfigurationSetSendingPausedException: 'stop-the-line',
  FromEmailAddressNotVerifiedException: 'stop-the-line',
  InvalidConfigurationSetException: 'stop-the-line',
  MailFromDomainNotVerifiedException: 'stop-the-line',
  ProductionAccessNotGrantedException: 'stop-the-line',
  // The caller, its clock or what it asks for, whatever the mail.
  AccessDenied: 'stop-the-line',
  AccessDeniedException: 'stop-the-line',
  CredentialsProviderError: 'stop-the-line',
  ExpiredToken: 'stop-the-line',
  ExpiredTokenException: 'stop-the-line',
  IncompleteSignature: 'stop-the-line',
  InvalidAction: 'stop-the-line',
  InvalidClientTokenId: 'stop-the-line',
  MissingAction: 'stop-the-line',
  MissingAuthenticationToken: 'stop-the-line',
  NotAuthorized: 'stop-the-line',
  OptInRequired: 'stop-the-line',
  RequestExpired: 'stop-the-line',
  SignatureDoesNotMatch: 'stop-the-line',
  UnknownOperationException: 'stop-the-line',
  UnrecognizedClientException: 'stop-the-line',

  // This mail, whenever it is sent.
  InvalidParameterValue: 'refused',
  MessageRejected: 'refused',
  RequestEntityTooLargeException: 'refused',
  ValidationError: 'refused',

  // SES may have taken the mail before it failed, or before the connection did.
  InternalFailure: 'unknown',
  RequestAbortedException: 'unknown',
  SESServiceException: 'unknown',
  ServiceUnavailable: 'unknown',
  AbortError: 'unknown',
  TimeoutError: 'unknown',
  ECONNABORTED: 'unknown',
  ECONNRESET: 'unknown',
  EHOSTUNREACH: 'unknown',
  ENETUNREACH: 'unknown',
  EPIPE: 'unknown',
  ETIMEDOUT: 'unknown',
};

/** SES tells some of what meets every mail by the names of what meets one mail: only its words tell them apart. */
const everyMail = /daily message quota|\b(?:sending|account)(?: is)? (?:paused|suspended)\b/i;
const notVerified = /not verified/i;
/** Until there is a connection nothing can have been sent. */
const beforeConnected = ['getaddrinfo', 'connect'];

/** What is read of an error, which may be anything. */
interface Thrown {
  name?: string;
  code?: string;
  syscall?: string;
  message?: string;
  $metadata?: { httpStatusCode?: number };
}

/**
 * What is known of a mail after an error. Where nothing says otherwise SES may have taken it: it is then sent again only
 * if SES's own event does not come.
 *
 * @param sender the address that every mail comes from
 */
export function classifyError(error: unknown, sender: string): Exclude<SendOutcome, { type: 'accepted' }> {
  const thrown: Thrown = error ?? {};
  const { name = 'Error', code } = thrown;
  const known = [code, name].find(
    (candidate) => candidate !== undefined && Object.hasOwn(verdicts, candidate),
  );
  const verdict = verdictOf(thrown, known);
  const isOfAll = verdict !== 'unknown' && meetsEveryMail(thrown, sender);
  const told = { error: known ?? code ?? name };
  if (isOfAll) return { type: 'stop-the-line', ...told };
  return verdict === 'retry-of-mail' ? { type: 'retry', ...told, ofMail: true } : { type: verdict, ...told };
}

/**
 * An answer of 4xx says that SES did not carry the request out. Why an unnamed one did so nobody knows: `refused` would
 * give up every notice on a fault of the account that has a new name, `stop-the-line` all of them on one mail's, and
 * `unknown` would wait for an event that cannot come. What fails so for hours rings, and ends with staff.
 */
function verdictOf({ syscall, $metadata }: Thrown, known: string | undefined): Verdict {
  if (syscall !== undefined && beforeConnected.includes(syscall)) return 'retry';
  const listed = known && verdicts[known];
  if (listed) return listed;
  const status = $metadata?.httpStatusCode ?? 0;
  if (isOfLine(status)) return 'retry';
  return status >= 400 && status < 500 ? 'retry-of-mail' : 'unknown';
}

/** 408 and 429: too slow, or too many, whatever the mail says. */
function isOfLine(status: number): boolean {
  return status === 408 || status === 429;
}

/** Nothing can be sent from an address that is not verified; one that a mail goes to must be only where SES is tried out. */
function meetsEveryMail({ message = '' }: Thrown, sender: string): boolean {
  const isSender = message.toLowerCase().includes(sender.toLowerCase());
  return everyMail.test(message) || (notVerified.test(message) && isSender);
}
