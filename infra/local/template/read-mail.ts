import type { ConfigurationSet, Mail } from '../system.ts';
import { account, region } from './identities.ts';
import { optionalTextAt, type Resource, resourceError, textAt, textsAt, valueAt } from './properties.ts';

interface MailParts {
  identities: Resource[];
  configurationSets: Resource[];
  eventDestinations: Resource[];
}

export function readMail({ identities, configurationSets, eventDestinations }: MailParts): Mail {
  return {
    identities: identities.map((identity) => {
      const name = textAt(identity, 'EmailIdentity');
      return { name, arn: sesArn(`identity/${name}`) };
    }),
    configurationSets: configurationSets.map((set) => readConfigurationSet(set, eventDestinations)),
  };
}

function readConfigurationSet(set: Resource, eventDestinations: Resource[]): ConfigurationSet {
  const name = set.identity.ref;
  const eventTypes = eventDestinations
    .filter((destination) => textAt(destination, 'ConfigurationSetName') === name)
    .flatMap(readEventTypes);
  return { name, arn: sesArn(`configuration-set/${name}`), eventTypes: [...new Set(eventTypes)] };
}

function readEventTypes(destination: Resource): string[] {
  if (String(valueAt(destination, 'EventDestination.Enabled')) !== 'true') return [];
  const bus = optionalTextAt(destination, 'EventDestination.EventBridgeDestination.EventBusArn');
  if (bus === undefined || !bus.endsWith(':event-bus/default')) {
    throw resourceError(
      destination,
      'publishes elsewhere than to the default event bus, the one place run locally',
    );
  }
  return textsAt(destination, 'EventDestination.MatchingEventTypes').map(inSesWords);
}

/** The template says `deliveryDelay` or `DELIVERY_DELAY`, depending on its author. */
function inSesWords(eventType: string): string {
  return eventType.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}

function sesArn(resource: string): string {
  return `arn:aws:ses:${region}:${account}:${resource}`;
}
