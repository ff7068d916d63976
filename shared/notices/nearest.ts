/** The name that is most likely meant by a misspelt one; none where it is like none of them. */
export function nearestOf(misspelt: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({
      name,
      far: Math.min(...formsOf(name).map((form) => distanceOf(plain(misspelt), form))),
    }))
    .toSorted((one, other) => one.far - other.far);
  return best && best.far <= Math.max(1, Math.min(3, Math.floor(misspelt.length / 3)))
    ? best.name
    : undefined;
}

/** A name in a repeated part is meant without the name of the part too. */
function formsOf(name: string): string[] {
  return [name, ...name.split('.').slice(1)].map(plain);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** How many letters were left out, put in, mistaken, or changed places with the next one. */
function distanceOf(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (isSame ? 0 : 1),
        ...(isSwapped && i > 1 && j > 1 ? [at(before, j - 2) + 1] : []),
      );
    }
    before = row;
    row = next;
  }
  return at(row, other.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
