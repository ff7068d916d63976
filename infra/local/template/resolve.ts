import { StackError } from '../stack-error.ts';
import { account, type Identity, identify, region } from './identities.ts';
import type { StackTemplate, TemplateResource } from './read-assembly.ts';
import { readParameters } from './read-parameters.ts';

/** Where in the templates a value stands, for error messages. */
interface Place {
  stack: string;
  resource: string;
  path: string;
}

export interface Resolver {
  /** the value with every intrinsic carried out; anything but a known one throws */
  resolve(value: unknown, place: Place): unknown;
  identityOf(stack: string, logicalId: string): Identity;
}

type Intrinsic = (argument: unknown, place: Place) => unknown;

const nothing = Symbol('AWS::NoValue');

export function createResolver(stacks: StackTemplate[], given: Record<string, string>): Resolver {
  const stacksByName = new Map(stacks.map((stack) => [stack.name, stack]));
  const parameters = new Map(stacks.map((stack) => [stack.name, readParameters(stack, given)]));
  const identities = new Map<string, Identity>();

  function identityOf(stack: string, logicalId: string): Identity {
    const key = `${stack}/${logicalId}`;
    const known = identities.get(key);
    if (known !== undefined) return known;
    const resource = stacksByName.get(stack)?.template.Resources?.[logicalId];
    if (resource === undefined) throw new StackError(`Stack ${stack} has no resource ${logicalId}.`);
    const identity = identify(namedResource(stack, logicalId, resource));
    identities.set(key, identity);
    return identity;
  }

  function namedResource(stack: string, logicalId: string, resource: TemplateResource) {
    const properties = resource.Properties ?? {};
    const given = (property: string) => {
      if (properties[property] === undefined) return undefined;
      const place = { stack, resource: logicalId, path: property };
      const name = resolve(properties[property], place);
      return name === undefined ? undefined : requireText(name, place);
    };
    return {
      stack,
      logicalId,
      type: resource.Type,
      given,
      has: (property: string) => property in properties,
    };
  }

  function lookUp(name: string, place: Place): unknown {
    if (name.startsWith('AWS::')) return lookUpPseudoParameter(name, place);
    const known = parameters.get(place.stack);
    if (known?.has(name)) return known.get(name);
    if (stacksByName.get(place.stack)?.template.Resources?.[name] !== undefined) {
      return identityOf(place.stack, name).ref;
    }
    throw refusal(place, `refers to ${name}, which is neither a parameter nor a resource of the stack`);
  }

  function attributeOf(logicalId: string, attribute: string, place: Place): string {
    const resource = stacksByName.get(place.stack)?.template.Resources?.[logicalId];
    if (resource === undefined) {
      throw refusal(place, `reads an attribute of ${logicalId}, which is no resource of the stack`);
    }
    const value = identityOf(place.stack, logicalId).attributes[attribute];
    if (value === undefined) {
      throw refusal(
        place,
        `reads ${logicalId}.${attribute}, an attribute of ${resource.Type} that the local stack does not know: ` +
          'add it in infra/local/template/identities.ts',
      );
    }
    return value;
  }

  function importValue(name: string, place: Place): unknown {
    for (const { name: stack, template } of stacks) {
      for (const [output, { Value, Export }] of Object.entries(template.Outputs ?? {})) {
        const exporting = { stack, resource: `output ${output}`, path: 'Export.Name' };
        if (Export === undefined || resolve(Export.Name, exporting) !== name) continue;
        return resolve(Value, { ...exporting, path: 'Value' });
      }
    }
    throw refusal(place, `imports ${name}, which no stack exports`);
  }

  function readStackOutput(argument: unknown, place: Place): unknown {
    const { StackName, OutputName, Region } = resolve(argument, place) as Record<string, unknown>;
    const output = stacksByName.get(String(StackName))?.template.Outputs?.[String(OutputName)];
    if (output === undefined || (Region !== undefined && Region !== region)) {
      throw refusal(place, `reads output ${OutputName} of stack ${StackName}, which is not in the assembly`);
    }
    return resolve(output.Value, {
      stack: String(StackName),
      resource: `output ${OutputName}`,
      path: 'Value',
    });
  }

  const intrinsics: Record<string, Intrinsic> = {
    Ref: (argument, place) => lookUp(requireText(argument, place), place),
    'Fn::GetAtt': (argument, place) => {
      const parts = typeof argument === 'string' ? argument.split(/\.(.*)/s) : (argument as unknown[]);
      return attributeOf(requireText(parts[0], place), requireText(resolve(parts[1], place), place), place);
    },
    'Fn::Join': (argument, place) => {
      const [separator, values] = requireList(argument, place);
      const resolved = requireList(resolve(values, place), place);
      return resolved.map((value) => requireText(value, place)).join(requireText(separator, place));
    },
    'Fn::Sub': (argument, place) => {
      const [text, values] = Array.isArray(argument) ? argument : [argument, {}];
      const variables = resolve(values, place) as Record<string, unknown>;
      return substitute(requireText(text, place), (name) => {
        if (name in variables) return requireText(variables[name], place);
        const [logicalId = '', attribute] = name.split(/\.(.*)/s);
        if (attribute !== undefined) return attributeOf(logicalId, attribute, place);
        return requireText(lookUp(name, place), place);
      });
    },
    'Fn::Select': (argument, place) => {
      const [index, values] = requireList(resolve(argument, place), place);
      const selected = requireList(values, place)[Number(index)];
      if (selected === undefined) throw refusal(place, `selects element ${index} of a shorter list`);
      return selected;
    },
    'Fn::Split': (argument, place) => {
      const [separator, text] = requireList(resolve(argument, place), place);
      return requireText(text, place).split(requireText(separator, place));
    },
    'Fn::ImportValue': (argument, place) => importValue(requireText(resolve(argument, place), place), place),
    'Fn::GetStackOutput': readStackOutput,
  };

  function resolveObject(value: object, place: Place): unknown {
    const entries = Object.entries(value);
    const [first] = entries;
    if (entries.length === 1 && first !== undefined && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
      const intrinsic = intrinsics[first[0]];
      if (intrinsic === undefined)
        throw refusal(place, `uses ${first[0]}, which the local stack does not resolve`);
      return intrinsic(first[1], place);
    }
    const resolved: Record<string, unknown> = {};
    for (const [key, inner] of entries) {
      const result = resolveInner(inner, {
        ...place,
        path: place.path === '' ? key : `${place.path}.${key}`,
      });
      if (result !== nothing) resolved[key] = result;
    }
    return resolved;
  }

  function resolveInner(value: unknown, place: Place): unknown {
    if (Array.isArray(value)) {
      return value
        .map((inner, index) => resolveInner(inner, { ...place, path: `${place.path}[${index}]` }))
        .filter((inner) => inner !== nothing);
    }
    return typeof value === 'object' && value !== null ? resolveObject(value, place) : value;
  }

  function resolve(value: unknown, place: Place): unknown {
    const resolved = resolveInner(value, place);
    return resolved === nothing ? undefined : resolved;
  }

  return { resolve, identityOf };
}

function lookUpPseudoParameter(name: string, place: Place): unknown {
  const values: Record<string, unknown> = {
    'AWS::AccountId': account,
    'AWS::NoValue': nothing,
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackName': place.stack,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  if (!(name in values)) throw refusal(place, `refers to ${name}, which the local stack does not resolve`);
  return values[name];
}

function substitute(text: string, lookUp: (name: string) => string): string {
  return text.replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) =>
    literal === '' ? lookUp(name.trim()) : `\${${name}}`,
  );
}

function requireText(value: unknown, place: Place): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw refusal(place, `should be a text but is ${JSON.stringify(value)}`);
}

function requireList(value: unknown, place: Place): unknown[] {
  if (Array.isArray(value)) return value;
  throw refusal(place, `should be a list but is ${JSON.stringify(value)}`);
}

function refusal({ stack, resource, path }: Place, reason: string): StackError {
  return new StackError(`In stack ${stack}, ${resource}: ${path} ${reason}.`);
}
