import { describe, expect, it } from 'vitest';
import { resourcesOf, synthesizeTemplates } from './synthesized.ts';

const templates = synthesizeTemplates();
const only = (type: string) => {
  const [resource, ...others] = resourcesOf(templates, type);
  expect(others).toEqual([]);
  return resource?.properties;
};

describe('mail', () => {
  it('comes from the domain of the sender, signed, with a MAIL FROM domain of its own', () => {
    const domain = 'Select(1, Split(@, Sender))';
    expect(only('AWS::SES::EmailIdentity')).toEqual({
      EmailIdentity: domain,
      ConfigurationSetAttributes: { ConfigurationSetName: 'MailConfigurationSet' },
      DkimSigningAttributes: { NextSigningKeyLength: 'RSA_2048_BIT' },
      MailFromAttributes: { BehaviorOnMxFailure: 'REJECT_MESSAGE', MailFromDomain: `mail.${domain}` },
    });
  });

  it('is sent encrypted, measured, and not to addresses that bounced or reported it', () => {
    expect(only('AWS::SES::ConfigurationSet')).toEqual({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  it('reports what became of it to the default bus, and does not watch its reader', () => {
    expect(only('AWS::SES::ConfigurationSetEventDestination')).toEqual({
      ConfigurationSetName: 'MailConfigurationSet',
      EventDestination: {
        Enabled: true,
        EventBridgeDestination: {
          EventBusArn: `arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:event-bus/default`,
        },
        MatchingEventTypes: [
          'send',
          'reject',
          'bounce',
          'complaint',
          'delivery',
          'deliveryDelay',
          'renderingFailure',
        ],
      },
    });
  });
});
