import { StackError } from '../stack-error.ts';

/** `run`: the local stack carries the resource out. Otherwise the reason why it needs nothing running locally. */
type Treatment = 'run' | { inert: string };

const treatments: Record<string, Treatment> = {
  'AWS::ApiGatewayV2::Api': 'run',
  'AWS::ApiGatewayV2::Authorizer': 'run',
  'AWS::ApiGatewayV2::Integration': 'run',
  'AWS::ApiGatewayV2::Route': 'run',
  'AWS::DynamoDB::GlobalTable': 'run',
  'AWS::DynamoDB::Table': 'run',
  'AWS::Events::EventBus': 'run',
  'AWS::Events::Rule': 'run',
  'AWS::IAM::Policy': 'run',
  'AWS::IAM::Role': 'run',
  'AWS::KMS::Key': 'run',
  'AWS::Lambda::EventInvokeConfig': 'run',
  'AWS::Lambda::EventSourceMapping': 'run',
  'AWS::Lambda::Function': 'run',
  'AWS::Lambda::Permission': 'run',
  'AWS::Scheduler::Schedule': 'run',
  'AWS::SES::ConfigurationSet': 'run',
  'AWS::SES::ConfigurationSetEventDestination': 'run',
  'AWS::SES::EmailIdentity': 'run',
  'AWS::SQS::Queue': 'run',

  'AWS::ApiGatewayV2::Stage': {
    inert: 'one stage at the root of the gateway; its throttling is not applied locally',
  },
  'AWS::CDK::Metadata': { inert: 'tells AWS which constructs were used' },
  'AWS::CloudWatch::Alarm': { inert: 'no metrics are kept locally' },
  'AWS::CloudWatch::CompositeAlarm': { inert: 'no metrics are kept locally' },
  'AWS::CloudWatch::Dashboard': { inert: 'no metrics are kept locally' },
  'AWS::KMS::Alias': { inert: 'nothing looks the key up by its alias' },
  'AWS::Logs::LogGroup': { inert: 'logs go to the terminal; the retention has no meaning there' },
  'AWS::Logs::MetricFilter': { inert: 'no metrics are kept locally' },
  'AWS::SNS::Subscription': { inert: 'only alarms publish to the topic, and no alarm goes off locally' },
  'AWS::SNS::Topic': { inert: 'only alarms publish to it, and no alarm goes off locally' },
  'AWS::SNS::TopicPolicy': { inert: 'only alarms publish to the topic, and no alarm goes off locally' },
  'AWS::SQS::QueuePolicy': { inert: 'only the stack itself and granted roles reach a queue locally' },
};

export function treatmentOf(stack: string, logicalId: string, type: string): Treatment {
  const treatment = treatments[type];
  if (treatment !== undefined) return treatment;
  throw new StackError(
    `The local stack does not know how to run ${logicalId} of stack ${stack}, an ${type}: ` +
      'run it, or list it as inert with a reason, in infra/local/template/resource-types.ts.',
  );
}
