import { describe, expect, it } from 'vitest';
import type { StackTemplate, Template } from '../../../infra/local/template/read-assembly.ts';
import { createResolver } from '../../../infra/local/template/resolve.ts';

const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failures' } };
const place = { stack: 'app', resource: 'Thing', path: 'Name' };

function resolveIn(
  template: Template,
  value: unknown,
  given: Record<string, string> = {},
  others: StackTemplate[] = [],
) {
  const app: StackTemplate = { name: 'app', template, codeFolders: new Map() };
  return createResolver([...others, app], given).resolve(value, place);
}

describe('the resolver of intrinsics', () => {
  it('gives a resource’s name or its attributes', () => {
    const Resources = { Failures: queue, Key: { Type: 'AWS::KMS::Key' } };
    expect(resolveIn({ Resources }, { Ref: 'Failures' })).toBe(
      'https://sqs.eu-west-2.amazonaws.com/123456789012/failures',
    );
    expect(resolveIn({ Resources }, { 'Fn::GetAtt': ['Failures', 'Arn'] })).toBe(
      'arn:aws:sqs:eu-west-2:123456789012:failures',
    );
    expect(resolveIn({ Resources }, { 'Fn::GetAtt': 'Key.Arn' })).toMatch(
      /^arn:aws:kms:eu-west-2:123456789012:key\//,
    );
  });

  it('joins, substitutes, splits and selects', () => {
    const Resources = { Failures: queue };
    expect(resolveIn({ Resources }, { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] })).toBe(
      'a-eu-west-2',
    );
    expect(
      resolveIn({ Resources }, { 'Fn::Sub': `\${AWS::StackName} \${Failures.QueueName} \${!Kept}` }),
    ).toBe(`app failures \${Kept}`);
    expect(resolveIn({ Resources }, { 'Fn::Sub': [`\${own}`, { own: { Ref: 'AWS::AccountId' } }] })).toBe(
      '123456789012',
    );
    expect(resolveIn({ Resources }, { 'Fn::Select': [1, { 'Fn::Split': ['@', 'a@b'] }] })).toBe('b');
  });

  it('drops what is AWS::NoValue', () => {
    expect(
      resolveIn({}, { kept: 1, gone: { Ref: 'AWS::NoValue' }, list: [{ Ref: 'AWS::NoValue' }, 2] }),
    ).toEqual({
      kept: 1,
      list: [2],
    });
  });

  it('overlays the defaults of parameters by the given values', () => {
    const Parameters = { Sender: { Type: 'String', Default: 'a@example.org' } };
    expect(resolveIn({ Parameters }, { Ref: 'Sender' })).toBe('a@example.org');
    expect(resolveIn({ Parameters }, { Ref: 'Sender' }, { Sender: 'b@example.org' })).toBe('b@example.org');
  });

  it('follows an export, and an output, into the stack that has it', () => {
    const other: StackTemplate = {
      name: 'store',
      codeFolders: new Map(),
      template: {
        Resources: { Failures: queue },
        Outputs: {
          Name: { Value: { 'Fn::GetAtt': ['Failures', 'QueueName'] }, Export: { Name: 'store:name' } },
        },
      },
    };
    expect(resolveIn({}, { 'Fn::ImportValue': 'store:name' }, {}, [other])).toBe('failures');
    const reference = { 'Fn::GetStackOutput': { StackName: 'store', OutputName: 'Name' } };
    expect(resolveIn({}, reference, {}, [other])).toBe('failures');
  });

  it.each([
    [
      'an intrinsic it does not know',
      { 'Fn::If': ['a', 1, 2] },
      'In stack app, Thing: Name uses Fn::If, which',
    ],
    ['a map', { 'Fn::FindInMap': ['a', 'b', 'c'] }, 'uses Fn::FindInMap'],
    [
      'an unknown attribute',
      { 'Fn::GetAtt': ['Failures', 'Colour'] },
      'reads Failures.Colour, an attribute of AWS::SQS',
    ],
    [
      'an unknown resource',
      { Ref: 'Nobody' },
      'refers to Nobody, which is neither a parameter nor a resource',
    ],
    [
      'an attribute of an unknown resource',
      { 'Fn::GetAtt': ['Nobody', 'Arn'] },
      'reads an attribute of Nobody',
    ],
    ['an unknown pseudo parameter', { Ref: 'AWS::StackId' }, 'refers to AWS::StackId'],
    ['an import that nothing exports', { 'Fn::ImportValue': 'x' }, 'imports x, which no stack exports'],
    ['a selection beyond the end', { 'Fn::Select': [2, ['a']] }, 'selects element 2 of a shorter list'],
  ])('refuses %s', (_, value, sentence) => {
    expect(() => resolveIn({ Resources: { Failures: queue } }, value)).toThrow(sentence);
  });

  it('names the place inside a value, however deep', () => {
    expect(() => resolveIn({}, { Targets: [{ Arn: { Ref: 'Nobody' } }] })).toThrow(
      'In stack app, Thing: Name.Targets[0].Arn refers to Nobody',
    );
  });

  it('refuses a parameter without a value, and one that its pattern does not allow', () => {
    const missing = { Parameters: { Issuer: { Type: 'String' } } };
    expect(() => resolveIn(missing, {})).toThrow(
      'Parameter Issuer of stack app has no default, and no value is given for it.',
    );
    const patterned = { Parameters: { Sender: { Type: 'String', AllowedPattern: '.+@.+' } } };
    expect(() => resolveIn(patterned, {}, { Sender: 'nobody' })).toThrow(
      'Parameter Sender of stack app is nobody',
    );
  });
});
