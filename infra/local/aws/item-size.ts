import { asList, asObject, isObject } from './json.ts';

/** The size of an item in bytes as DynamoDB counts it: names and values, with a little for nesting. */
export function sizeOfItem(item: unknown): number {
  return Object.entries(asObject(item)).reduce(
    (sum, [name, value]) => sum + byteLength(name) + sizeOfValue(value),
    0,
  );
}

function sizeOfValue(value: unknown): number {
  if (!isObject(value)) return 0;
  const [type, content] = Object.entries(value)[0] ?? [];
  switch (type) {
    case 'S':
      return byteLength(content);
    case 'N':
      return sizeOfNumber(content);
    case 'B':
      return Math.floor((byteLength(content) * 3) / 4);
    case 'SS':
    case 'NS':
    case 'BS':
      return asList(content).reduce<number>((sum, one) => sum + byteLength(one), 0);
    case 'L':
      return asList(content).reduce<number>((sum, one) => sum + 1 + sizeOfValue(one), 3);
    case 'M':
      return 3 + sizeOfItem(content) + Object.keys(asObject(content)).length;
    default:
      return 1;
  }
}

function sizeOfNumber(content: unknown): number {
  return Math.ceil(String(content).replace(/[^0-9]/g, '').length / 2) + 1;
}

function byteLength(text: unknown): number {
  return Buffer.byteLength(String(text));
}
