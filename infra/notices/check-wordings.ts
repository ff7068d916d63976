import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFragment, checkWording, isLegible } from '../../shared/notices/check-wording.ts';
import { plainLines } from '../../shared/notices/text.ts';
import { type Fragment, fragments, isForStaff, noticeKinds } from '../../shared/notices/wording-rules.ts';
import { fileOf, listedIn, listWordings } from './list-wordings.ts';
import { measureReading } from './readability.ts';
import { type FileProblem, readWordingFiles, type WordingFile } from './wording-files.ts';

/** Reading age 9 to 11 for residents; staff read the words of their work, but in a hurry. */
const hardestGrade = { residents: 6, staff: 8 };

const fragmentNames = Object.keys(fragments) as Fragment[];

/** Everything that is wrong with the wordings of a project, the list of them included. */
export function checkWordings(root: string): FileProblem[] {
  const { files, problems } = readWordingFiles(root);
  const found = [
    ...problems,
    ...findAbsent(files),
    ...files.flatMap(checkFile),
    ...fragmentNames.flatMap((name) => checkFragmentFile(root, name)),
  ];
  if (found.length > 0 || readFileSync(join(root, listedIn), 'utf8') === listWordings(files)) return found;
  const problem =
    'It does not list the wordings that there are. Run npm run notices -- <landlord> without --check: it writes the list.';
  return [{ file: listedIn, line: 1, problem }];
}

function findAbsent(files: readonly WordingFile[]): FileProblem[] {
  const isThere = new Set(files.flatMap(({ file }) => file));
  return noticeKinds
    .map(fileOf)
    .filter((file) => !isThere.has(file))
    .map((file) => ({ file, line: 1, problem: 'The usual wording is not there. Put the file back.' }));
}

/** @returns each problem as `file:line: what is wrong, and what to do` */
export function sayProblems(problems: readonly FileProblem[]): string {
  return problems.map(({ file, line, problem }) => `${file}:${line}: ${problem}`).join('\n');
}

function checkFile({ file, kind, language, text }: WordingFile): FileProblem[] {
  const isEnglish = language === undefined;
  const problems = [
    ...checkWording(kind, text, isEnglish),
    ...(isEnglish && isLegible(text) ? checkReading(text, isForStaff(kind) ? 'staff' : 'residents') : []),
  ];
  return problems.map((each) => ({ file, ...each }));
}

function checkFragmentFile(root: string, name: Fragment): FileProblem[] {
  const file = `shared/notices/${name}.md`;
  const text = plainLines(readFileSync(join(root, file), 'utf8'));
  const readers = fragments[name].isForStaff ? 'staff' : 'residents';
  return [...checkFragment(name, text), ...checkReading(text, readers)].map((each) => ({ file, ...each }));
}

function checkReading(text: string, readers: 'residents' | 'staff') {
  const { grade, hardest, long } = measureReading(text);
  const tooLong = long.map(({ line, text, words }) => ({
    line,
    problem: `This sentence has ${words.length} words of its own; nobody should have to read more than 25 in one go. Make it two: “${text}”`,
  }));
  if (grade <= hardestGrade[readers] || !hardest) return tooLong;
  const problem = `It is too hard to read: grade ${grade.toFixed(1)}, where at most ${hardestGrade[readers]} will do. Use shorter words and sentences, first in: “${hardest.text}”`;
  return [...tooLong, { line: hardest.line, problem }];
}
