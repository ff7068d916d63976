import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { FunctionName } from '../../shared/contracts/environment.ts';
import { complaintsTable } from '../../shared/contracts/names.ts';
import type { Mail } from './mail.ts';
import type { Tables } from './tables.ts';

/** What the functions may be granted a part of. */
export interface Holdings {
  tables: Tables;
  mail: Mail;
  bus: { eventBusArn: string };
}

/**
 * What each function may do, and nothing else; what every function may do for itself (write its log, its trace and its
 * failures) is in its construct. Statements are written out because the grant methods of CDK's tables also allow Scan,
 * DeleteItem and BatchWriteItem.
 */
export const grants: Record<FunctionName, (holdings: Holdings) => PolicyStatement[]> = {
  'resident-api': ({ tables }) => [
    complaintItems(tables, [
      'BatchGetItem',
      'GetItem',
      'PutItem',
      'Query',
      'UpdateItem',
      'ConditionCheckItem',
    ]),
    timelineAppends(tables),
    tableKey(tables),
  ],
  'staff-api': ({ tables }) => [
    complaintItems(tables, ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'ConditionCheckItem']),
    indexQueries(tables, 'due'),
    indexQueries(tables, 'worklist'),
    indexQueries(tables, 'find'),
    timelineAppends(tables),
    timelineQueries(tables),
    tableKey(tables),
  ],
  sweep: ({ tables }) => [
    complaintItems(tables, ['GetItem', 'PutItem', 'Query', 'UpdateItem']),
    indexQueries(tables, 'due'),
    indexQueries(tables, 'worklist'),
    timelineAppends(tables),
    tableKey(tables),
  ],
  'send-notices': ({ tables, mail }) => [
    complaintItems(tables, [
      'BatchGetItem',
      'GetItem',
      'PutItem',
      'Query',
      'UpdateItem',
      'ConditionCheckItem',
    ]),
    indexQueries(tables, 'due'),
    timelineAppends(tables),
    timelineStream(tables),
    tableKey(tables),
    mailFromSender(mail),
  ],
  digest: ({ tables }) => [
    complaintItems(tables, ['BatchGetItem', 'GetItem', 'PutItem', 'Query']),
    indexQueries(tables, 'worklist'),
    tableKey(tables),
  ],
  'mail-events': ({ tables }) => [
    complaintItems(tables, ['BatchGetItem', 'GetItem', 'PutItem', 'Query']),
    timelineAppends(tables),
    tableKey(tables),
  ],
  'publish-events': ({ tables, bus }) => [
    timelineQueries(tables),
    timelineStream(tables),
    tableKey(tables),
    statement('OurBus', ['events:PutEvents'], [bus.eventBusArn]),
  ],
  'calendar-watch': ({ tables }) => [
    complaintItems(tables, ['GetItem', 'PutItem', 'Query']),
    indexQueries(tables, 'worklist'),
    tableKey(tables),
  ],
};

function complaintItems(tables: Tables, operations: string[]) {
  return statement('ComplaintItems', dynamodb(operations), [tables.complaints.tableArn]);
}

function indexQueries(tables: Tables, index: keyof typeof complaintsTable.indexes) {
  const { name } = complaintsTable.indexes[index];
  const sid = `${name[0]?.toUpperCase()}${name.slice(1)}Queries`;
  return statement(sid, dynamodb(['Query']), [`${tables.complaints.tableArn}/index/${name}`]);
}

function timelineAppends(tables: Tables) {
  return statement('TimelineAppends', dynamodb(['PutItem']), [tables.timeline.tableArn]);
}

function timelineQueries(tables: Tables) {
  return statement('TimelineQueries', dynamodb(['Query']), [tables.timeline.tableArn]);
}

function timelineStream(tables: Tables) {
  return statement(
    'TimelineStream',
    dynamodb(['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']),
    [tables.timelineStreamArn],
  );
}

/** DynamoDB decrypts a table's key on behalf of the caller; the key is of no other use to a function. */
function tableKey(tables: Tables) {
  const { region } = Stack.of(tables);
  return statement('TableKey', ['kms:Decrypt'], [tables.key.keyArn], {
    StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` },
  });
}

/** SES checks the identity and the configuration set of a mail: a grant that leaves one out refuses every mail. */
function mailFromSender(mail: Mail) {
  return statement('MailFromSender', ['ses:SendRawEmail'], [mail.identityArn, mail.configurationSetArn], {
    StringEquals: { 'ses:FromAddress': mail.sender },
  });
}

function dynamodb(operations: string[]) {
  return operations.map((operation) => `dynamodb:${operation}`);
}

function statement(
  sid: string,
  actions: string[],
  resources: string[],
  conditions?: Record<string, Record<string, string>>,
) {
  return new PolicyStatement({
    sid,
    actions,
    resources,
    ...(conditions === undefined ? {} : { conditions }),
  });
}
