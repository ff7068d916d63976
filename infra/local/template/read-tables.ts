import type { Table } from '../system.ts';
import { region } from './identities.ts';
import {
  isRecord,
  type Resource,
  recordsAt,
  refuseProperties,
  resourceError,
  valueAt,
} from './properties.ts';

export function readTable(resource: Resource): Table {
  refuseProperties(resource, ['ImportSourceSpecification', 'KinesisStreamSpecification']);
  return {
    logicalId: resource.logicalId,
    name: resource.identity.ref,
    arn: resource.identity.attributes.Arn ?? '',
    keyArn: readKeyArn(resource),
    definition: readDefinition(resource),
    timeToLiveAttribute: readTimeToLiveAttribute(resource),
    streamArn: resource.identity.attributes.StreamArn,
  };
}

function readDefinition(resource: Resource): Record<string, unknown> {
  const { AttributeDefinitions, KeySchema } = resource.properties;
  const indexes = recordsAt(resource, 'GlobalSecondaryIndexes').map(
    ({ IndexName, KeySchema, Projection }) => ({
      IndexName,
      KeySchema,
      Projection,
    }),
  );
  const localIndexes = recordsAt(resource, 'LocalSecondaryIndexes');
  const viewType = valueAt(resource, 'StreamSpecification.StreamViewType');
  return {
    TableName: resource.identity.ref,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions,
    KeySchema,
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
    ...(localIndexes.length > 0 && { LocalSecondaryIndexes: localIndexes }),
    ...(viewType !== undefined && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: viewType },
    }),
  };
}

function readKeyArn(resource: Resource): string | undefined {
  const key =
    valueAt(resource, 'SSESpecification.KMSMasterKeyId') ??
    valueAt(ownReplica(resource), 'SSESpecification.KMSMasterKeyId');
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !key.startsWith('arn:')) {
    throw resourceError(resource, 'names its KMS key other than by ARN, which the grants need');
  }
  return key;
}

/** A global table keeps each region's settings in its replicas. */
function ownReplica(resource: Resource): Resource {
  const replica = recordsAt(resource, 'Replicas').find(({ Region }) => Region === region);
  return { ...resource, properties: replica ?? {} };
}

function readTimeToLiveAttribute(resource: Resource): string | undefined {
  const specification = resource.properties.TimeToLiveSpecification;
  if (!isRecord(specification) || String(specification.Enabled) !== 'true') return undefined;
  return String(specification.AttributeName);
}
