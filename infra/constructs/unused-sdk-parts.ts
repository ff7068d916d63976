/**
 * Bundled in place of `@smithy/core/event-streams` and `@aws-sdk/endpoint-cache`, which would be a twelfth of every
 * bundle: nothing that we ask of AWS streams events, and no service is asked where it is to be found.
 */

/** Made with every client, and used by none. */
export class EndpointCache {}

export const eventStreamSerdeProvider = () => {
  throw new Error('this bundle cannot stream events');
};
