import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  type PublishedEvent,
  publishedFields,
  publishedSchemaOf,
  toPublished,
} from '../../shared/contracts/published-events/published-event.ts';
import { civilDateSchema } from '../../shared/domain/civil-date.ts';
import { type ComplaintEvent, eventSchema } from '../../shared/domain/events.ts';
import { instantSchema } from '../../shared/domain/instant.ts';
import { referenceSchema } from '../../shared/domain/reference.ts';
import { staffIdSchema } from '../../shared/domain/staff.ts';
import { Dice } from '../domain/histories/dice.ts';
import { everyEvent } from '../domain/histories/every.ts';
import { begin, takeStep } from '../domain/histories/lived.ts';
import { fold, sample } from '../support/complaints.ts';
import { at } from '../support/rules.ts';

const now = at('2026-12-23T15:00:00Z');
const publish = (event: ComplaintEvent): PublishedEvent =>
  toPublished({ reference: sample, seq: 7, at: now, event }, 'day-zero');

/** Ids as the domain makes them; of these each field gets one that has its form. */
const ids = [
  ...['stage-1-response', 'receipt', 'housing-ombudsman', 'point-1', 'action-2', 'extension-1', 'offer-1'],
  ...['question-3', 'message-1', 'handover-1', 'request-1', 'order-2', 'adjustment-1', 'restriction-1'],
  ...['party-2'],
];
/** A word that has the form of most ids, and what people write. */
const canary = 'canary';
const texts = ['Sam Okoro', '4 Mill Lane, canary', 'canary@example.com, 07700 900123', 'x'.repeat(500)];

type Schema = z.core.$ZodType;
const inside = (schema: Schema | undefined): Schema | undefined =>
  schema instanceof z.ZodMiniOptional ? inside(schema._zod.def.innerType) : schema;

/** Events of a schema in which every id that is published has its form, and every other text is a canary. */
function events(schema: Schema, told: Schema | undefined): fc.Arbitrary<unknown> {
  const published = inside(told);
  if (schema instanceof z.ZodMiniOptional)
    return fc.option(events(schema._zod.def.innerType, published), { nil: undefined, freq: 4 });
  if (schema instanceof z.ZodMiniObject || schema instanceof z.ZodMiniDiscriminatedUnion)
    return schema instanceof z.ZodMiniObject ? members(schema, published) : fc.constant(undefined);
  if (schema instanceof z.ZodMiniArray) {
    const element = published instanceof z.ZodMiniArray ? published._zod.def.element : undefined;
    return fc.array(events(schema._zod.def.element, element), { minLength: 1, maxLength: 2 });
  }
  if (schema instanceof z.ZodMiniUnion)
    return fc.oneof(...schema._zod.def.options.map((option) => events(option, published)));
  if (schema instanceof z.ZodMiniRecord) {
    const { keyType, valueType } = schema._zod.def;
    return fc.dictionary(events(keyType, undefined) as fc.Arbitrary<string>, events(valueType, undefined));
  }
  return leaves(schema, published);
}

function members(schema: z.ZodMiniObject, published: Schema | undefined): fc.Arbitrary<unknown> {
  const shape: Record<string, Schema> =
    published instanceof z.ZodMiniObject ? (published._zod.def.shape as Record<string, Schema>) : {};
  const made = Object.entries(schema._zod.def.shape as Record<string, Schema>).map(
    ([name, each]): [string, fc.Arbitrary<unknown>] => [name, events(each, shape[name])],
  );
  return fc
    .record<Record<string, unknown>>(Object.fromEntries(made))
    .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
}

function leaves(schema: Schema, published: Schema | undefined): fc.Arbitrary<unknown> {
  if (schema === referenceSchema) return fc.constant(sample);
  if (schema === civilDateSchema) return fc.constantFrom('2026-12-30', '2027-01-14');
  if (schema === instantSchema) return fc.constant(now);
  if (schema === staffIdSchema) return fc.constant(published ? 'leila@larkfield-homes.example' : canary);
  if (schema instanceof z.ZodMiniLiteral) return fc.constantFrom(...schema._zod.def.values);
  if (schema instanceof z.ZodMiniEnum) return fc.constantFrom(...Object.values(schema._zod.def.entries));
  if (schema instanceof z.ZodMiniBoolean) return fc.boolean();
  if (schema instanceof z.ZodMiniNumber) return fc.integer({ min: 1, max: 99 });
  if (!(schema instanceof z.ZodMiniString)) throw new Error(`no sample of ${schema._zod.def.type}`);
  if (published === undefined) return fc.constant(canary);
  const fitting = [...ids, 'response'].filter((id) => z.safeParse(published as z.ZodMiniType, id).success);
  if (fitting.length === 0) throw new Error('no id has the form that is asked for');
  return fc.constantFrom(...fitting);
}

/** The same event with a text in place of each of its strings in turn. */
function* spoilt(value: unknown, text: string): Generator<unknown> {
  if (typeof value === 'string') yield text;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if (name === 'type') continue;
    for (const other of spoilt(each, text))
      yield Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other };
  }
}

const cases = eventSchema._zod.def.options.map((option): [ComplaintEvent['type'], Schema] => {
  const { type } = (option as z.ZodMiniObject)._zod.def.shape as Record<string, z.ZodMiniLiteral>;
  return [type?._zod.def.values[0] as ComplaintEvent['type'], option];
});

describe('what is published', () => {
  it('is said of every event type', () => {
    expect(Object.keys(publishedFields).sort()).toEqual(everyEvent);
  });

  it.each(cases)('of %s has the form of its schema, and holds no text', (type, option) => {
    const told = z.strictObject(publishedFields[type] as Record<string, z.ZodMiniType>);
    fc.assert(
      fc.property(events(option, told), (event) => {
        const published = publish(event as ComplaintEvent);
        expect(publishedSchemaOf(type).parse(published)).toEqual(published);
        expect(JSON.stringify(published)).not.toContain(canary);
      }),
      { numRuns: 40 },
    );
  });

  it.each(cases)('of %s is nothing where a text stands in place of an id', (type, option) => {
    const told = z.strictObject(publishedFields[type] as Record<string, z.ZodMiniType>);
    for (const [event] of fc.sample(fc.tuple(events(option, told)), { numRuns: 5, seed: 1 }))
      for (const text of texts)
        for (const each of spoilt(event, text)) expect(jsonOf(each)).not.toContain(text);
  });

  it('goes through of everything that happens in random histories', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 40; seed++)
      for (const event of lived(seed)) {
        const published = publish(event);
        seen.add(published.type);
        for (const hidden of textsIn(event)) expect(JSON.stringify(published)).not.toContain(hidden);
      }
    expect(seen.size).toBeGreaterThan(60);
  });

  it('of an obligation is what it is, whose, by when, and whether it was kept', () => {
    const { data } = publish({
      type: 'ContactOwed',
      notice: 'response',
      obligation: {
        ...{ id: 'contact-response', kind: 'contact', dueOn: '2026-12-30', projected: false },
        derivation: { promisedOn: '2026-12-23', clause: canary, setBy: canary },
        ...{ owner: 'leila', missed: ['2026-12-29'] },
        met: { on: '2026-12-30', keptPolicy: false, keptCode: false, backdated: true },
      },
    } as unknown as ComplaintEvent);
    expect(data).toEqual({
      notice: 'response',
      obligation: {
        id: 'contact-response',
        kind: 'contact',
        dueOn: '2026-12-30',
        projected: false,
        owner: 'leila',
        met: { on: '2026-12-30', keptPolicy: false, keptCode: false },
      },
    });
  });
});

function jsonOf(event: unknown): string {
  try {
    return JSON.stringify(publish(event as ComplaintEvent));
  } catch {
    return 'nothing';
  }
}

function lived(seed: number): ComplaintEvent[] {
  const dice = new Dice(seed);
  const { temper, now: begun, decisions } = begin(dice);
  const received = decisions.at(-1);
  if (received?.type !== 'Accepted') throw new Error('a history begins with a complaint');
  const happened = [...received.events];
  let time = begun;
  for (let step = 0; step < 60; step++) {
    const { decision, context } = takeStep(dice, temper, fold(happened), time);
    time = context.now;
    if (decision.type === 'Accepted') happened.push(...decision.events);
  }
  return happened;
}

/** Ids and hashes of texts, and whatever else is a sentence. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\s/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const { id, hash } = value as { id?: string; hash?: string };
  const own = id && hash ? [`"${id}"`, `"${hash}"`] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}
