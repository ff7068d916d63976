import * as ses from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { classifyError, verdicts } from '../../shared/adapters/ses/errors.ts';

type ErrorClass = new (options: { message: string; $metadata: object }) => Error;

const exported = new Map<string, ErrorClass>();
for (const [name, value] of Object.entries(ses)) {
  if (typeof value === 'function' && value.prototype instanceof Error)
    exported.set(name, value as unknown as ErrorClass);
}

const sender = 'no-reply@redress.example';
const classify = (error: unknown) => classifyError(error, sender);
const words = ['retry', 'stop-the-line', 'refused', 'unknown'];

describe('every error class that SES’s client exports', () => {
  it('is found, those of sending among them', () => {
    expect(exported.size).toBeGreaterThanOrEqual(35);
    for (const name of ['SESServiceException', 'MessageRejected', 'AccountSendingPausedException'])
      expect([...exported.keys()]).toContain(name);
  });

  it('has its place in the table', () => {
    expect([...exported.keys()].filter((name) => !Object.hasOwn(verdicts, name))).toEqual([]);
  });

  it.each([...exported].filter(([name]) => name !== 'SESServiceException'))(
    '%s is told as the table says',
    (name, Class) => {
      const error = new Class({ message: 'no', $metadata: { httpStatusCode: 400 } });
      const verdict = verdicts[name];
      const told = verdict === 'retry-of-mail' ? { type: 'retry', ofMail: true } : { type: verdict };
      expect(classify(error)).toEqual({ ...told, error: name });
    },
  );

  it('stops the line where it speaks of what all mails share, and never else', () => {
    const stopping = [...exported.keys()].filter((name) => verdicts[name] === 'stop-the-line');
    expect(stopping.sort()).toEqual([
      'AccountSendingPausedException',
      'ConfigurationSetDoesNotExistException',
      'ConfigurationSetSendingPausedException',
      'FromEmailAddressNotVerifiedException',
      'InvalidConfigurationSetException',
      'MailFromDomainNotVerifiedException',
      'ProductionAccessNotGrantedException',
    ]);
    expect([...exported.keys()].filter((name) => verdicts[name] === 'refused')).toEqual(['MessageRejected']);
  });
});

const named = (name: string, message = '') => Object.assign(new Error(message), { name });
const coded = (code: string, name = 'Error') => Object.assign(new Error('no'), { code, name });

describe('an error of SES’s other operations', () => {
  it('is the mail’s own, so that it keeps back no other mail', () => {
    const ofMail = [...exported.keys()].filter((name) => verdicts[name] === 'retry-of-mail');
    expect(ofMail).toHaveLength(25);
    expect(verdicts).toMatchObject({
      LimitExceededException: 'retry',
      Throttling: 'retry',
      ENOTFOUND: 'retry',
    });
  });
});

describe('an error on the way to SES', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])(
    '%s was before anything left: it is tried again',
    (code) => {
      expect(classify(coded(code))).toEqual({ type: 'retry', error: code });
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
    expect(classify(coded(code, name))).toEqual({ type: 'unknown', error: code });
  });

  it.each(['TimeoutError', 'AbortError', 'SyntaxError', 'InternalFailure', 'ServiceUnavailable', 'Surprise'])(
    '%s leaves it unknown',
    (name) => {
      expect(classify(named(name))).toEqual({ type: 'unknown', error: name });
    },
  );
});

const answered = (status: number, name: string, message = '') =>
  Object.assign(named(name, message), { $metadata: { httpStatusCode: status } });

describe('an error before there is a connection', () => {
  it.each([
    ['ETIMEDOUT', 'connect', 'TimeoutError'],
    ['EHOSTUNREACH', 'connect', 'Error'],
    ['ECONNREFUSED', 'connect', 'Error'],
    ['EAI_FAIL', 'getaddrinfo', 'Error'],
  ])('%s of %s was before anything left', (code, syscall, name) => {
    const error = Object.assign(coded(code, name), { syscall });
    expect(classify(error)).toEqual({ type: 'retry', error: code });
  });

  it('is no error of reading or writing', () => {
    for (const syscall of ['read', 'write'])
      expect(classify(Object.assign(coded('ETIMEDOUT'), { syscall })).type).toBe('unknown');
  });
});

describe('an answer with a name that nobody knows', () => {
  it.each([400, 403, 404, 413, 499])(
    '%i: was not carried out, for what may be the mail’s own fault',
    (status) => {
      expect(classify(answered(status, 'Surprise'))).toEqual({
        type: 'retry',
        error: 'Surprise',
        ofMail: true,
      });
    },
  );

  it.each([408, 429])('%i: was not carried out, and no other mail would have been', (status) => {
    expect(classify(answered(status, 'Surprise'))).toEqual({ type: 'retry', error: 'Surprise' });
  });

  it.each([200, 302, 500, 502, 503, 504])('%i: leaves it unknown', (status) => {
    expect(classify(answered(status, 'Surprise'))).toEqual({ type: 'unknown', error: 'Surprise' });
  });

  it('goes by its name where it has one that is known, whatever the status', () => {
    expect(classify(answered(400, 'RequestAbortedException')).type).toBe('unknown');
    expect(classify(answered(400, 'InternalFailure')).type).toBe('unknown');
    expect(classify(answered(500, 'MessageRejected')).type).toBe('refused');
  });
});

describe('what meets every mail, told by the name of what meets one', () => {
  it.each([
    'Sending paused for this account. For more information, please check the inbox of the email address.',
    'Sending suspended for this account. For more information, please check the inbox.',
    'Account is paused. Your account’s ability to send email has been paused.',
    `Email address is not verified. The following identities failed the check in region EU-WEST-2: ${sender}`,
    'Email address is not verified. The following identities failed the check: sam@example.com, No-Reply@Redress.example',
  ])('stops the line: %s', (message) => {
    expect(classify(named('MessageRejected', message))).toEqual({
      type: 'stop-the-line',
      error: 'MessageRejected',
    });
  });

  it.each([
    'Email address is not verified. The following identities failed the check: sam@example.com',
    'Transaction failed: Virus found',
    `Message from ${sender} is too long`,
  ])('is told from what meets one: %s', (message) => {
    expect(classify(named('MessageRejected', message)).type).toBe('refused');
  });

  it('is nothing that a failure of SES tells: the mail may have gone', () => {
    expect(classify(answered(500, 'InternalFailure', 'Sending paused for this account')).type).toBe(
      'unknown',
    );
  });
});

describe('an error that SES tells by a name of AWS', () => {
  it('tells a rate that passes from a daily quota that does not', () => {
    const rate = named('Throttling', 'Maximum sending rate exceeded.');
    expect(classify(rate)).toEqual({ type: 'retry', error: 'Throttling' });
    for (const name of ['Throttling', 'ThrottlingException', 'TooManyRequestsException'])
      expect(classify(named(name, 'Daily message quota exceeded.')).type).toBe('stop-the-line');
  });

  it.each(['InvalidParameterValue', 'MessageRejected', 'ValidationError'])('%s is final', (name) => {
    expect(classify(named(name)).type).toBe('refused');
  });

  it.each([
    'AccessDenied',
    'AccessDeniedException',
    'InvalidClientTokenId',
    'SignatureDoesNotMatch',
    'ExpiredToken',
  ])('%s would meet every other mail too', (name) => {
    expect(classify(named(name)).type).toBe('stop-the-line');
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
    expect(names.filter((name) => classify(named(name)).type !== 'stop-the-line')).toEqual([]);
  });

  it('is each in the table: the errors common to its services, and those of its query protocol', () => {
    const names = [
      'AccessDeniedException',
      'InternalFailure',
      'InvalidAction',
      'InvalidParameterCombination',
      'InvalidQueryParameter',
      'MalformedHttpRequestException',
      'MalformedQueryString',
      'MissingAction',
      'MissingParameter',
      'RequestAbortedException',
      'RequestEntityTooLargeException',
      'RequestTimeoutException',
      'ServiceUnavailable',
      'ThrottlingException',
      'UnknownOperationException',
    ];
    expect(names.filter((name) => !Object.hasOwn(verdicts, name))).toEqual([]);
  });
});

describe('the verdict', () => {
  it('is one of four words, whatever the error is called', () => {
    for (const name of [...Object.keys(verdicts), 'toString', 'constructor', '__proto__', ''])
      expect(words, name).toContain(classify(named(name)).type);
  });

  it('is unknown of what is no error at all', () => {
    for (const thrown of [undefined, null, 'no', 7, {}]) expect(classify(thrown).type).toBe('unknown');
  });

  it('keeps an error’s name and never its text, which may hold an address', () => {
    const rejected = named('MessageRejected', 'Address is not verified: sam.okoro@example.com');
    expect(JSON.stringify(classify(rejected))).not.toContain('sam.okoro');
    expect(JSON.stringify(classify(new Error('sam.okoro@example.com')))).not.toContain('sam.okoro');
  });
});
