import { StackError } from '../stack-error.ts';
import type { StackTemplate } from './read-assembly.ts';

/** The parameters of a stack: the template's defaults overlaid by the given values. */
export function readParameters(stack: StackTemplate, given: Record<string, string>): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, { Type, Default, AllowedPattern }] of Object.entries(stack.template.Parameters ?? {})) {
    // Only the deployment rules read it, and they have no meaning locally.
    if (name === 'BootstrapVersion') continue;
    const value = given[name] ?? (Type.startsWith('AWS::SSM::') ? undefined : Default);
    if (value === undefined) {
      throw new StackError(
        `Parameter ${name} of stack ${stack.name} has no default, and no value is given for it.`,
      );
    }
    if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(String(value))) {
      throw new StackError(
        `Parameter ${name} of stack ${stack.name} is ${value}, which its pattern ${AllowedPattern} does not allow.`,
      );
    }
    values.set(name, isList(Type) ? splitList(String(value)) : String(value));
  }
  return values;
}

function isList(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<');
}

function splitList(value: string): string[] {
  return value.split(',').map((part) => part.trim());
}
