import { DefaultStackSynthesizer, type IStackSynthesizer, type StackProps } from 'aws-cdk-lib';

/** What both stacks share: nothing in their templates but what they deploy, and tags that tell them apart. */
export function stackProps(lifetime: 'stateful' | 'stateless'): StackProps {
  // the CLI checks the bootstrap version itself; the assertion bridges an optional property that CDK types loosely
  const synthesizer = new DefaultStackSynthesizer({
    generateBootstrapVersionRule: false,
  }) as IStackSynthesizer;
  return { analyticsReporting: false, tags: { application: 'redress', lifetime }, synthesizer };
}
