import type { Statement } from '../system.ts';

const logs = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/** The statements of AWS's own policies that functions commonly have. */
export const managedPolicies: Record<string, Statement[]> = {
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole': [allow(logs)],
  'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess': [
    allow([
      'xray:PutTraceSegments',
      'xray:PutTelemetryRecords',
      'xray:GetSamplingRules',
      'xray:GetSamplingTargets',
      'xray:GetSamplingStatisticSummaries',
    ]),
  ],
};

function allow(actions: string[]): Statement {
  return { effect: 'Allow', actions, resources: ['*'], conditions: {} };
}
