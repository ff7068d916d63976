import * as z from 'zod/mini';
import { deadline, describedAs, obligation } from '../shared/contracts/published-events/parts.ts';
import { publishedFields, publishedVersion } from '../shared/contracts/published-events/published-event.ts';

type Schema = z.core.$ZodType;
type Shape = Record<string, Schema>;

/** What stands in a table in place of a form that has a name. */
const words: Record<string, string> = {
  reference: 'reference of a complaint, or of the service request that it grew out of',
  day: '`2027-01-14`, in Europe/London',
  instant: '`2026-12-23T15:00:00.000Z`',
  'staff id': 'the `sub` of their token',
  'obligation id': 'unique within the complaint, such as `stage-1-response` or `action-2`',
  'notice id': 'unique within the complaint, such as `receipt`',
  'kind of notice': 'such as `acknowledgement`; more may come',
  'kind of obligation': 'such as `stage-1-response`; more may come',
  'ground of the policy': 'id of a ground in the landlord’s policy',
  Ombudsman: 'id, such as `housing-ombudsman`',
  party: '`lead`, `representative`, or another by their number: `party-2`',
  'how it was given':
    'staff gave it themselves: `{ how }`, which is `letter`, `email`, `in-person` or `phone`',
};

/** The page for teams of other systems about each type of event, from the table that the software publishes by. */
export function buildEventTypes(): string {
  const types = Object.entries(publishedFields).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${[
    '# The events on the bus, type by type',
    `This page is generated from the contract that the software publishes by (\`shared/contracts/published-events\`), version ${publishedVersion}. Do not edit it: run \`npm run generate\`. What holds for all of them stands in [events.md](events.md).`,
    '## Types',
    'The fields are those of `data`. A field with a question mark may be absent.',
    drawTable(
      ['type', 'fields'],
      types.map(([type, fields]) => [`\`${type}\``, describeFields(fields, ', ')]),
    ),
    '## Forms',
    drawTable(
      ['form', 'what it is'],
      [
        ...Object.entries(words),
        ['deadline', describeFields(shapeOf(deadline), ', ')],
        ['obligation', describeFields(shapeOf(obligation), ', ')],
      ],
    ),
  ].join('\n\n')}\n`;
}

function shapeOf(schema: z.ZodMiniObject): Shape {
  return schema._zod.def.shape as Shape;
}

function describeFields(shape: Shape, separator: string): string {
  const fields = Object.entries(shape).map(([name, schema]) => {
    const isOptional = schema instanceof z.ZodMiniOptional;
    return `\`${name}${isOptional ? '?' : ''}\` ${describeForm(schema)}`;
  });
  return fields.length > 0 ? fields.join(separator) : 'none';
}

function describeForm(schema: Schema): string {
  const described = describedAs(schema);
  if (described !== undefined) return described;
  if (schema instanceof z.ZodMiniOptional) return describeForm(schema._zod.def.innerType);
  if (schema instanceof z.ZodMiniArray) return `list of (${describeForm(schema._zod.def.element)})`;
  if (schema instanceof z.ZodMiniEnum)
    return Object.values(schema._zod.def.entries)
      .map((word) => `\`${word}\``)
      .join(' or ');
  if (schema instanceof z.ZodMiniLiteral) return `\`${schema._zod.def.values.join('` or `')}\``;
  if (schema instanceof z.ZodMiniUnion) return schema._zod.def.options.map(describeForm).join(' or ');
  if (schema instanceof z.ZodMiniObject) return `{ ${describeFields(shapeOf(schema), ', ')} }`;
  throw new Error(`nothing describes a ${schema._zod.def.type}`);
}

function drawTable(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
