import type { TextRef } from '../domain/text.ts';

/** A complaint's texts by their ids. */
export type Texts = ReadonlyMap<string, string>;

/** What names texts, with the texts in their places. */
export type WithTexts<Value> = Value extends TextRef
  ? string
  : Value extends readonly (infer Each)[]
    ? WithTexts<Each>[]
    : Value extends object
      ? { [Name in keyof Value]: WithTexts<Value[Name]> }
      : Value;

/** A text that was erased leaves its place. */
export const erased = '[erased]';

/** Puts each text in the place where an event or a complaint names it. */
export function putTexts<Value>(value: Value, texts: Texts): WithTexts<Value> {
  return replace(value, texts) as WithTexts<Value>;
}

function replace(value: unknown, texts: Texts): unknown {
  if (Array.isArray(value)) return value.map((each) => replace(each, texts));
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value && 'hash' in value) return texts.get(String(value.id)) ?? erased;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replace(each, texts)]));
}

/** Ids of the texts that something names. */
export function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('id' in value && 'hash' in value) return [String(value.id)];
  return Object.values(value).flatMap(textsIn);
}
