import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** Words that a wording itself says, in sentences; what stands in a placeholder is somebody else's. */
interface Sentence {
  line: number;
  text: string;
  words: string[];
}

/** The school year of the United States in which a text is easy to read: reading age 11 is year 6. */
export interface Reading {
  grade: number;
  hardest: Sentence | undefined;
  /** longer than anybody should have to read in one go */
  long: Sentence[];
}

const mostWords = 25;

const fewestWords = 4;

/** Headings and labels are left out: short as they are, they would make the rest look easier. */
export function measureReading(template: string): Reading {
  const sentences = template.split('\n').flatMap(sentencesOf);
  const count = (some: readonly Sentence[]) => ({
    sentence: some.length,
    word: some.flatMap(({ words }) => words).length,
    syllable: some.flatMap(({ words }) => words).reduce((total, word) => total + syllable(word), 0),
  });
  const gradeOf = (some: readonly Sentence[]) => fleschKincaid(count(some));
  return {
    grade: sentences.length === 0 ? 0 : gradeOf(sentences),
    hardest: sentences.toSorted((one, other) => gradeOf([other]) - gradeOf([one]))[0],
    long: sentences.filter(({ words }) => words.length > mostWords),
  };
}

function sentencesOf(line: string, index: number): Sentence[] {
  if (line.startsWith('#')) return [];
  const said = line.replace(/\{\{[#/]?[\w.]+\}\}/g, ' ').replace(/^- |\*\*/g, '');
  return said.split(/(?<=[.?!])\s+/).flatMap((text) => {
    const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
    return words.length >= fewestWords
      ? [{ line: index + 1, text: text.replaceAll(/\s+/g, ' ').trim(), words }]
      : [];
  });
}
