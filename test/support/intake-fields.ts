/** Every free text of a complaint with the most characters it may have. */
export const limits = {
  description: 20_000,
  desiredOutcome: 5_000,
  'complainant.name': 200,
  'complainant.phone': 40,
  'complainant.address': 500,
  'complainant.safeContact': 500,
  'representative.name': 200,
  'representative.phone': 40,
  'representative.relationship': 200,
  'adjustments.0': 500,
};

/** Those that hold one line. */
export const singleLines = Object.keys(limits).filter((path) => !/^des|safeContact$/.test(path));

/**
 * A valid body with one value put in its place.
 *
 * @param path of the value; one that ends with a dot, or is empty, puts the members of an object into that object
 */
export function withValueAt(path: string, value: unknown): Record<string, unknown> {
  const [parent = '', child = ''] = path.includes('.') ? path.split('.') : ['', path];
  const members = child === '' ? (value as object) : { [child]: value };
  const body = { description: 'The lift is out of order.' };
  if (parent === '') return { ...body, ...members };
  if (parent === 'adjustments') return { ...body, adjustments: [value] };
  return { ...body, [parent]: { name: 'Sam Example', ...members } };
}
