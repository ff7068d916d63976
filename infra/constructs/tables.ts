import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  type GlobalSecondaryIndexProps,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { complaintsTable, timelineTable } from '../../shared/contracts/names.ts';

type Index = (typeof complaintsTable.indexes)[keyof typeof complaintsTable.indexes];

/** The two tables. Their keys and indexes are those of the contracts; their protection is the same for both. */
export class Tables extends Construct {
  readonly complaints: Table;
  readonly timeline: Table;
  readonly key: IKey;

  constructor(scope: Construct, id: string, props: { key: IKey }) {
    super(scope, id);
    this.key = props.key;
    const protection = {
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };

    this.complaints = new Table(this, 'Complaints', {
      ...protection,
      partitionKey: text(complaintsTable.partitionKey),
      sortKey: text(complaintsTable.sortKey),
      timeToLiveAttribute: complaintsTable.timeToLive,
    });
    for (const index of Object.values(complaintsTable.indexes)) {
      this.complaints.addGlobalSecondaryIndex(indexProps(index));
    }
    this.timeline = new Table(this, 'Timeline', {
      ...protection,
      partitionKey: text(timelineTable.partitionKey),
      sortKey: text(timelineTable.sortKey),
      // Readers filter by who acted, and tell others what happened. Events hold no personal text, and a failure queue gets a
      // record's place alone.
      stream: StreamViewType.NEW_IMAGE,
    });
  }

  get timelineStreamArn(): string {
    const arn = this.timeline.tableStreamArn;
    if (arn === undefined) throw new Error('The timeline table has no stream');
    return arn;
  }
}

function text(name: string) {
  return { name, type: AttributeType.STRING };
}

function indexProps(index: Index): GlobalSecondaryIndexProps {
  return {
    indexName: index.name,
    partitionKey: text(index.partitionKey),
    sortKey: text(index.sortKey),
    ...(index.projection === 'keys-only'
      ? { projectionType: ProjectionType.KEYS_ONLY }
      : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.projection] }),
  };
}
