import { structuredPatch } from 'diff';

/** A line of a plain-text difference: what was there, what is there now, what stands around it, or lines left out. */
export interface DifferenceLine {
  side: 'before' | 'after' | 'both' | 'gap';
  text: string;
}

const gap: DifferenceLine = { side: 'gap', text: '…' };

/** What differs between two texts, with the paragraph before and after; nothing where they are the same. */
export function differencesOf(before: string, after: string): DifferenceLine[] {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 2 });
  const sides = { '-': 'before', '+': 'after', ' ': 'both' } as const;
  const last = before.trimEnd().split('\n').length;
  return hunks.flatMap(({ lines, oldStart, oldLines }, index) => [
    ...(oldStart > 1 ? [gap] : []),
    ...lines.flatMap((line): DifferenceLine[] => {
      const side = sides[line.charAt(0) as keyof typeof sides];
      return side ? [{ side, text: line.slice(1) }] : [];
    }),
    ...(index === hunks.length - 1 && oldStart + oldLines <= last ? [gap] : []),
  ]);
}
