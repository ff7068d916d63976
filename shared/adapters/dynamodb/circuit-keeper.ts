import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { circuitKey } from '../../contracts/names.ts';
import { circuitSchema, closedCircuit } from '../../domain/circuit.ts';
import type { CircuitKeeper } from '../../ports/circuit-keeper.ts';
import type { Tables } from './client.ts';
import { openComplaintsTable } from './complaints-table.ts';
import { pick, schemaVersion } from './item.ts';

/** The circuit on DynamoDB; its twin in memory passes the same suite. */
export function createDynamoDbCircuitKeeper(
  client: DynamoDBDocumentClient,
  { complaints }: Pick<Tables, 'complaints'>,
): CircuitKeeper {
  const table = openComplaintsTable(client, complaints);
  return {
    async read() {
      const item = await table.get(circuitKey);
      return item ? circuitSchema.parse(pick(item, Object.keys(circuitSchema.shape))) : closedCircuit;
    },

    async save(circuit) {
      await table.write([table.put({ ...circuitKey, schemaVersion, ...circuit })]);
    },
  };
}
