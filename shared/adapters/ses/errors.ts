import type { SendOutcome } from '../../domain/sending.ts';

type Verdict = Exclude<SendOutcome['type'], 'accepted'>;

/**
 * What an error of SES, or of the way to it, says about the mail. An error that is not listed leaves unknown whether
 * SES took the mail: it is then sent again only if SES's own event does not come.
 */
export const verdicts: Readonly<Record<string, Verdict>> = {
  // surely not sent, and worth trying again
  Throttling: 'retry',
  ThrottlingException: 'retry',
  TooManyRequestsException: 'retry',
  ECONNREFUSED: 'retry',
  ENOTFOUND: 'retry',
  EAI_AGAIN: 'retry',
  CredentialsProviderError: 'stop-the-line',
  // surely not sent, and no other mail would be either
  AccessDenied: 'stop-the-line',
  AccessDeniedException: 'stop-the-line',
  AccountSendingPausedException: 'stop-the-line',
  ConfigurationSetDoesNotExistException: 'stop-the-line',
  ConfigurationSetSendingPausedException: 'stop-the-line',
  ExpiredToken: 'stop-the-line',
  ExpiredTokenException: 'stop-the-line',
  IncompleteSignature: 'stop-the-line',
  InvalidClientTokenId: 'stop-the-line',
  MailFromDomainNotVerifiedException: 'stop-the-line',
  MissingAuthenticationToken: 'stop-the-line',
  NotAuthorized: 'stop-the-line',
  OptInRequired: 'stop-the-line',
  RequestExpired: 'stop-the-line',
  SignatureDoesNotMatch: 'stop-the-line',
  UnrecognizedClientException: 'stop-the-line',
  // surely not sent, and never will be
  InvalidParameterValue: 'refused',
  MessageRejected: 'refused',
  ValidationError: 'refused',
};

/** SES tells both by the name `Throttling`, and only the words tell a rate that passes from a quota that does not. */
const dailyQuota = /daily message quota/i;

export function classifyError(error: unknown): Exclude<SendOutcome, { type: 'accepted' }> {
  const { name = 'Error', code, message = '' } = error as { name?: string; code?: string; message?: string };
  const known = [name, code].find(
    (candidate) => candidate !== undefined && Object.hasOwn(verdicts, candidate),
  );
  if (!known) return { type: 'unknown', error: code ?? name };
  const type = dailyQuota.test(message) ? 'stop-the-line' : (verdicts[known] ?? 'unknown');
  return { type, error: known };
}
