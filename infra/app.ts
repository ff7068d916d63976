import { App } from 'aws-cdk-lib';
import cdk from '../cdk.json' with { type: 'json' };
import { StatefulStack } from './stateful-stack.ts';
import { StatelessStack } from './stateless-stack.ts';

/**
 * The whole system. Feature flags are read from cdk.json here, so that the templates are the same whether the CDK CLI
 * or plain Node synthesizes them. `outdir` and `context` are for tests.
 */
export function buildApp(options: { outdir?: string; context?: Record<string, unknown> } = {}): {
  app: App;
  stateful: StatefulStack;
  stateless: StatelessStack;
} {
  const app = new App({
    ...(options.outdir === undefined ? {} : { outdir: options.outdir }),
    analyticsReporting: false,
    treeMetadata: false,
    context: { ...cdk.context, ...options.context },
  });
  const stateful = new StatefulStack(app, 'Redress-Stateful');
  const stateless = new StatelessStack(app, 'Redress-Stateless', { stateful });
  return { app, stateful, stateless };
}

if (import.meta.main) buildApp().app.synth();
