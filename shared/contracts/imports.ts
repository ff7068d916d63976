import * as z from 'zod/mini';
import { channels } from '../domain/channels.ts';
import { obligationKinds } from '../domain/obligations.ts';
import { findings } from '../domain/points.ts';
import { intakeFields } from './intake.ts';
import { complainantBody } from './parties.ts';
import { sentStaffId } from './people.ts';
import { fieldProblem } from './problems.ts';
import { every } from './staff-commands/parts.ts';
import { dateText, maybe, text } from './staff-words.ts';
import { countableDate, date, line, paragraphs, pastInstant } from './text.ts';

/** What is imported of a landlord’s old records: a row is one open complaint, and where it had got to. */

const { description, desiredOutcome, issueOccurredOn, becameAwareOn, category, hazards, vulnerabilities } =
  intakeFields;

const rowFields = {
  id: line(100, 'What the old records call it: it is imported once, for ever.'),
  channel: z.enum(channels).check(z.describe('How it came.')),
  receivedOn: z.optional(countableDate('The day on which dissatisfaction was first expressed.')),
  receivedAt: z.optional(pastInstant('The same as an instant, where that is known; in place of the day.')),
  complainant: z.optional(complainantBody),
  anonymous: z.optional(z.literal(true).check(z.describe('The person wants to stay unknown.'))),
  ...{ description, desiredOutcome, issueOccurredOn, becameAwareOn, category, hazards, vulnerabilities },
  chosenOn: z.optional(date('Of a survey: the day on which the person chose to complain.')),
  acknowledgedOn: z.optional(countableDate('The day on which it was acknowledged in writing.')),
  extendedOn: z.optional(countableDate('The day on which the resident was written that it takes longer.')),
  extendedTo: z.optional(countableDate('The working day promised then.')),
  extensionReason: z.optional(paragraphs(5_000, 'Why, as the resident was told.')),
  goodReason: z.optional(paragraphs(5_000, 'Why it goes beyond what the policy allows without good reason.')),
  updateEvery: z.optional(every),
  respondedOn: z.optional(countableDate('The day on which stage 1 was answered.')),
  respondedBy: z.optional(
    sentStaffId('Who decided stage 1, and so cannot decide stage 2; whoever imports, where it is left out.'),
  ),
  finding: z.optional(z.enum(findings).check(z.describe('What stage 1 found.'))),
  reasons: z.optional(paragraphs(20_000, 'Its reasons.')),
  remedy: z.optional(paragraphs(20_000, 'What it promised; nothing, where it is left out.')),
  escalatedOn: z.optional(countableDate('The day on which stage 2 was asked for.')),
  escalationAcknowledgedOn: z.optional(countableDate('The day on which that was acknowledged in writing.')),
  handler: z.optional(sentStaffId('Who handles it from now on.')),
  team: z.optional(line(100, 'Id of the handler’s team; their first, where it is left out.')),
};

type Column = keyof typeof rowFields;

/** What a column says nothing without. */
const needs: Partial<Record<Column, readonly Column[]>> = {
  extendedOn: ['acknowledgedOn', 'extendedTo', 'extensionReason'],
  extendedTo: ['extendedOn'],
  extensionReason: ['extendedOn'],
  goodReason: ['extendedOn'],
  updateEvery: ['extendedOn'],
  respondedOn: ['finding', 'reasons'],
  respondedBy: ['respondedOn'],
  finding: ['respondedOn'],
  reasons: ['respondedOn'],
  remedy: ['respondedOn'],
  escalationAcknowledgedOn: ['escalatedOn'],
  team: ['handler'],
};

const excluding: readonly (readonly [Column, Column])[] = [
  ['receivedOn', 'receivedAt'],
  ['complainant', 'anonymous'],
];

/** Days in the order in which they must have come. */
const inOrder = [
  'receivedOn',
  'acknowledgedOn',
  'extendedOn',
  'respondedOn',
  'escalatedOn',
  'escalationAcknowledgedOn',
] as const satisfies Column[];

type Row = z.infer<z.ZodMiniObject<typeof rowFields>>;

type Contradiction = readonly [column: Column, problem: string];

function contradictions(row: Row): Contradiction[] {
  const has = (column: Column) => row[column] !== undefined;
  const lacks = Object.entries(needs).flatMap(([column, needed]) =>
    has(column as Column)
      ? needed
          .filter((each) => !has(each))
          .map((each): Contradiction => [each, `is missing where ${column} is given`])
      : [],
  );
  const both = excluding.filter((columns) => columns.every(has));
  return [
    ...(has('receivedOn') || has('receivedAt') ? [] : [['receivedOn', 'is missing'] as const]),
    ...both.map(([one, other]): Contradiction => [other, `must be left out where ${one} is given`]),
    ...lacks,
    ...disorder(inOrder.map((column) => [column, row[column]])),
  ];
}

function disorder(days: (readonly [Column, string | undefined])[]): Contradiction[] {
  const given = days.flatMap(([column, day]) => (day ? [{ column, day }] : []));
  return given.flatMap(({ column, day }, place): Contradiction[] => {
    const before = given[place - 1];
    return before && before.day > day ? [[column, `must not be before ${before.column}, ${before.day}`]] : [];
  });
}

/** One row; unknown fields are refused, not ignored. */
export const importRow = z.strictObject(rowFields).check((context) => {
  for (const [column, message] of contradictions(context.value))
    context.issues.push({ code: 'custom', path: [column], message, input: context.value });
}, z.describe('An open complaint of old records, and where it had got to.'));

export const mostRows = 25;

/**
 * `POST /staff/landlords/{landlord}/imports`. What a row says is looked at row by row, so that one that is wrong stops no
 * other: `importRow` says what it may hold.
 */
export const importBody = z.strictObject({
  rows: z
    .array(
      z
        .record(z.string(), z.unknown())
        .check(z.describe(`A complaint, by the fields ${Object.keys(rowFields).join(', ')}.`)),
    )
    .check(
      z.minLength(1, 'must have at least 1 entry'),
      z.maxLength(mostRows, `must have at most ${mostRows} entries`),
      z.describe('Complaints of the old records, each imported for itself, whole or not at all.'),
    ),
  dryRun: z.boolean().check(z.describe('Says what would become of each row, and imports nothing.')),
});

const rowResult = z
  .strictObject({
    id: maybe(text('Id of the row, where it has one.')),
    outcome: z
      .enum(['would-import', 'imported', 'imported-already', 'bad'])
      .check(z.describe('What became of it. Nothing is stored of a bad row.')),
    reference: maybe(text('Reference of the complaint.')),
    dates: maybe(
      z
        .array(
          z
            .strictObject({
              kind: z.enum(obligationKinds).check(z.describe('What is owed.')),
              dueOn: dateText('By when.'),
            })
            .check(z.describe('Something that is owed.')),
        )
        .check(z.describe('Everything that is owed now, what is late too.')),
    ),
    errors: maybe(z.array(fieldProblem).check(z.describe('What is wrong with the row, by its fields.'))),
  })
  .check(z.describe('What became of a row.'));
export type RowResultBody = z.infer<typeof rowResult>;

export const importAnswer = z
  .strictObject({
    results: z.array(rowResult).check(z.describe('One for each row, in their order.')),
  })
  .check(z.describe('What became of the rows.'));

export const importPath = z.strictObject({
  landlord: z.string().check(z.describe('Id of the landlord whose complaints these are, such as day-zero.')),
});
