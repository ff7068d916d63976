import { describe, expect, it } from 'vitest';
import { environments } from '../../../shared/contracts/environment.ts';
import { resourcesOf, synthesizeTemplates } from './synthesized.ts';

const templates = synthesizeTemplates();
const functions = resourcesOf(templates, 'AWS::Lambda::Function');
const prefixOf = (logicalId: string) => logicalId.replace(/Function[0-9A-F]{8}$/, '');
const nameOf = ({ properties }: (typeof functions)[number]) => String(properties.FunctionName);

describe('the functions', () => {
  it('are those of the contracts', () => {
    expect(functions.map(nameOf).sort()).toEqual(
      Object.keys(environments)
        .map((name) => `redress-${name}`)
        .sort(),
    );
  });

  it.each(Object.entries(environments))(
    '%s is given exactly the environment that it parses',
    (name, schema) => {
      const found = functions.find((each) => nameOf(each) === `redress-${name}`);
      const environment = found?.properties.Environment as { Variables: object } | undefined;
      expect(Object.keys(environment?.Variables ?? {}).sort()).toEqual(Object.keys(schema.shape).sort());
    },
  );

  it('have these timeouts and retries', () => {
    const retries = resourcesOf(templates, 'AWS::Lambda::EventInvokeConfig');
    const settings = functions.map((each) => [
      nameOf(each),
      each.properties.Timeout,
      retries.find(({ logicalId }) => logicalId.startsWith(`${prefixOf(each.logicalId)}Asynchronous`))
        ?.properties.MaximumRetryAttempts,
    ]);
    expect(settings).toEqual([
      ['redress-resident-api', 15, 0],
      ['redress-staff-api', 29, 0],
      ['redress-sweep', 240, 0],
      ['redress-send-notices', 50, 0],
      ['redress-mail-events', 30, 2],
      ['redress-publish-events', 60, 2],
      ['redress-calendar-watch', 300, 2],
      ['redress-digest', 300, 2],
    ]);
  });

  it.each(functions)('$logicalId has runtime, trace, log and failure queue of the house', (each) => {
    const prefix = prefixOf(each.logicalId);
    expect(each.properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 512,
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogGroup: `${prefix}Log` },
      Role: `${prefix}Role.Arn`,
    });
    expect(each.properties).not.toHaveProperty('ReservedConcurrentExecutions');
    const retries = resourcesOf(templates, 'AWS::Lambda::EventInvokeConfig');
    const own = retries.find(({ logicalId }) => logicalId.startsWith(`${prefix}Asynchronous`));
    expect(own?.properties.DestinationConfig).toEqual({
      OnFailure: { Destination: `${prefix}Failures.Arn` },
    });
  });

  it('keep every log for three months', () => {
    const logs = resourcesOf(templates, 'AWS::Logs::LogGroup');
    expect(logs).toHaveLength(functions.length + 1);
    expect(new Set(logs.map(({ properties }) => properties.RetentionInDays))).toEqual(new Set([90]));
  });

  it('fail into queues that are encrypted and refuse plain connections', () => {
    const queues = resourcesOf(templates, 'AWS::SQS::Queue');
    const policies = resourcesOf(templates, 'AWS::SQS::QueuePolicy');
    expect(queues).toHaveLength(functions.length);
    for (const queue of queues) {
      expect(queue.properties).toMatchObject({
        SqsManagedSseEnabled: true,
        MessageRetentionPeriod: 14 * 86_400,
      });
      const name = queue.logicalId.replace(/[0-9A-F]{8}$/, '');
      const policy = policies.find(({ properties }) => (properties.Queues as string[]).includes(name));
      expect(policy?.properties.PolicyDocument).toMatchObject({
        Statement: expect.arrayContaining([
          expect.objectContaining({
            Effect: 'Deny',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      });
    }
  });
});
