import * as ses from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { classifyError, verdicts } from '../../shared/adapters/ses/errors.ts';

type ErrorClass = new (options: { message: string; $metadata: object }) => Error;

const errorClasses = Object.entries(ses).flatMap(([name, value]) =>
  typeof value === 'function' && value.prototype instanceof ses.SESServiceException
    ? [[name, value as unknown as ErrorClass] as const]
    : [],
);

/** Errors of SES's other operations: of templates, receipt rules, identities, destinations and tracking. */
const neverOnSendRawEmail = [
  'AlreadyExistsException',
  'CannotDeleteException',
  'ConfigurationSetAlreadyExistsException',
  'CustomVerificationEmailInvalidContentException',
  'CustomVerificationEmailTemplateAlreadyExistsException',
  'CustomVerificationEmailTemplateDoesNotExistException',
  'EventDestinationAlreadyExistsException',
  'EventDestinationDoesNotExistException',
  'FromEmailAddressNotVerifiedException',
  'InvalidCloudWatchDestinationException',
  'InvalidConfigurationSetException',
  'InvalidDeliveryOptionsException',
  'InvalidFirehoseDestinationException',
  'InvalidLambdaFunctionException',
  'InvalidPolicyException',
  'InvalidRenderingParameterException',
  'InvalidS3ConfigurationException',
  'InvalidSNSDestinationException',
  'InvalidSnsTopicException',
  'InvalidTemplateException',
  'InvalidTrackingOptionsException',
  'LimitExceededException',
  'MissingRenderingAttributeException',
  'ProductionAccessNotGrantedException',
  'RuleDoesNotExistException',
  'RuleSetDoesNotExistException',
  'TemplateDoesNotExistException',
  'TrackingOptionsAlreadyExistsException',
  'TrackingOptionsDoesNotExistException',
];

const onSendRawEmail: Record<string, string> = {
  AccountSendingPausedException: 'stop-the-line',
  ConfigurationSetDoesNotExistException: 'stop-the-line',
  ConfigurationSetSendingPausedException: 'stop-the-line',
  MailFromDomainNotVerifiedException: 'stop-the-line',
  MessageRejected: 'refused',
};

describe('every error that the SDK of SES exports', () => {
  it('either has a verdict or cannot occur where a raw mail is sent', () => {
    const exported = errorClasses.map(([name]) => name).sort();
    expect(exported).toEqual([...Object.keys(onSendRawEmail), ...neverOnSendRawEmail].sort());
  });

  it.each(Object.entries(onSendRawEmail))('%s: %s', (name, type) => {
    const [, ErrorClass] = errorClasses.find(([each]) => each === name) ?? [];
    if (!ErrorClass) throw new Error('not exported');
    expect(classifyError(new ErrorClass({ message: 'no', $metadata: {} }))).toEqual({ type, error: name });
  });

  it.each(neverOnSendRawEmail)('%s, should it occur after all, leaves the mail’s fate unknown', (name) => {
    const [, ErrorClass] = errorClasses.find(([each]) => each === name) ?? [];
    if (!ErrorClass) throw new Error('not exported');
    expect(classifyError(new ErrorClass({ message: 'no', $metadata: {} })).type).toBe('unknown');
  });
});

const named = (name: string, message = '') => Object.assign(new Error(message), { name });
const coded = (code: string, name = 'Error') => Object.assign(new Error('no'), { code, name });

describe('an error on the way to SES', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])(
    '%s was before anything left: it is tried again',
    (code) => {
      expect(classifyError(coded(code))).toEqual({ type: 'retry', error: code });
    },
  );

  it.each([
    ['ECONNRESET', 'TimeoutError'],
    ['EPIPE', 'TimeoutError'],
    ['ETIMEDOUT', 'TimeoutError'],
    ['ECONNRESET', 'Error'],
    ['EHOSTUNREACH', 'Error'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'Error'],
  ])('%s as %s may have come after SES took the mail', (code, name) => {
    expect(classifyError(coded(code, name))).toEqual({ type: 'unknown', error: code });
  });

  it.each(['TimeoutError', 'AbortError', 'SyntaxError', 'InternalFailure', 'ServiceUnavailable', 'Surprise'])(
    '%s leaves it unknown',
    (name) => {
      expect(classifyError(named(name))).toEqual({ type: 'unknown', error: name });
    },
  );
});

describe('an error that SES tells by a name of AWS', () => {
  it('tells a rate that passes from a daily quota that does not', () => {
    const rate = named('Throttling', 'Maximum sending rate exceeded.');
    expect(classifyError(rate)).toEqual({ type: 'retry', error: 'Throttling' });
    for (const name of ['Throttling', 'ThrottlingException', 'TooManyRequestsException'])
      expect(classifyError(named(name, 'Daily message quota exceeded.')).type).toBe('stop-the-line');
  });

  it.each(['InvalidParameterValue', 'MessageRejected', 'ValidationError'])('%s is final', (name) => {
    expect(classifyError(named(name)).type).toBe('refused');
  });

  it.each([
    'AccessDenied',
    'AccessDeniedException',
    'InvalidClientTokenId',
    'SignatureDoesNotMatch',
    'ExpiredToken',
  ])('%s would meet every other mail too', (name) => {
    expect(classifyError(named(name)).type).toBe('stop-the-line');
  });

  it('stops the line by every name under which AWS refuses a caller (errors common to all its actions)', () => {
    const names = [
      'ExpiredTokenException',
      'IncompleteSignature',
      'MissingAuthenticationToken',
      'NotAuthorized',
      'OptInRequired',
      'RequestExpired',
      'UnrecognizedClientException',
    ];
    expect(names.filter((name) => classifyError(named(name)).type !== 'stop-the-line')).toEqual([]);
  });
});

describe('the verdict', () => {
  it('is one of four words, whatever the error is called', () => {
    const words = ['retry', 'stop-the-line', 'refused', 'unknown'];
    for (const name of [...Object.keys(verdicts), 'toString', 'constructor', '__proto__', ''])
      expect(words, name).toContain(classifyError(named(name)).type);
  });

  it('keeps an error’s name and never its text, which may hold an address', () => {
    const rejected = named('MessageRejected', 'Address is not verified: sam.okoro@example.com');
    expect(JSON.stringify(classifyError(rejected))).not.toContain('sam.okoro');
    expect(JSON.stringify(classifyError(new Error('sam.okoro@example.com')))).not.toContain('sam.okoro');
  });
});
