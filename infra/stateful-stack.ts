import { CfnOutput, CfnParameter, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { eventBusName } from '../shared/contracts/names.ts';
import { Mail } from './constructs/mail.ts';
import { stackProps } from './constructs/stack-props.ts';
import { Tables } from './constructs/tables.ts';

/**
 * What must outlive every deployment: complaints, their timeline, their key, the domain's standing as a sender, and the bus
 * that other systems' rules hang on.
 */
export class StatefulStack extends Stack {
  readonly tables: Tables;
  readonly mail: Mail;
  readonly bus: EventBus;

  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Redress: complaints, their timeline and the mail identity',
      terminationProtection: true,
      ...stackProps('stateful'),
    });
    const sender = new CfnParameter(this, 'Sender', {
      description: 'Address that every mail comes from; its domain becomes the verified SES identity',
      allowedPattern: '[^@\\s]+@[^@\\s]+\\.[^@\\s]+',
      constraintDescription: 'an email address',
    });
    const key = new Key(this, 'Key', {
      description: 'Encrypts the complaints and timeline tables of Redress',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.tables = new Tables(this, 'Tables', { key });
    this.mail = new Mail(this, 'Mail', { sender: sender.valueAsString });
    this.bus = new EventBus(this, 'Bus', {
      eventBusName,
      description: 'What happens to complaints, for other systems: ids, dates and numbers, no personal text',
    });
    this.mail.dnsRecords.forEach(({ name, value }, position) => {
      new CfnOutput(this, `DkimRecord${position + 1}`, { value: `${name} CNAME ${value}` });
    });
  }
}
