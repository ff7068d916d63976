import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLanguage, type Language } from '../../shared/notices/languages.ts';
import { plainLines } from '../../shared/notices/text.ts';
import { isFragment, isNoticeKind, type NoticeKind } from '../../shared/notices/wording-rules.ts';

/** A file of wording in the repository. */
export interface WordingFile {
  /** from the root of the project */
  file: string;
  kind: NoticeKind;
  /** absent for everybody's */
  landlord?: string;
  /** absent for English */
  language?: Language;
  text: string;
}

/** What is wrong in a file, for whoever wrote it. */
export interface FileProblem {
  file: string;
  line: number;
  problem: string;
}

/** Every wording below a folder of the project's shape, in the same order on every machine; and what is no wording. */
export function readWordingFiles(root: string): { files: WordingFile[]; problems: FileProblem[] } {
  const landlords = join(root, 'shared/landlords');
  const own = readdirSync(landlords)
    .sort()
    .filter((name) => existsSync(join(landlords, name, 'notices')))
    .map((landlord) => ({ folder: `shared/landlords/${landlord}/notices`, landlord }));
  const files: WordingFile[] = [];
  const problems: FileProblem[] = [];
  for (const { folder, landlord } of [{ folder: 'shared/notices', landlord: undefined }, ...own]) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (landlord === undefined && !isDefaultWording(name)) continue;
      const file = `${folder}/${name}`;
      const told = readName(name);
      if ('problem' in told) problems.push({ file, line: 1, ...told });
      else
        files.push({
          file,
          ...told,
          ...(landlord !== undefined && { landlord }),
          text: plainLines(readFileSync(join(root, file), 'utf8')),
        });
    }
  }
  return { files, problems };
}

function isDefaultWording(name: string): boolean {
  return name.endsWith('.md') && !isFragment(name.slice(0, -3));
}

function readName(name: string): { kind: NoticeKind; language?: Language } | { problem: string } {
  const [kind = '', language, ...more] = name.split('.').slice(0, -1);
  if (!name.endsWith('.md') || more.length > 0)
    return { problem: 'Name the file after its notice: receipt.md, or receipt.cy.md for Welsh.' };
  if (!isNoticeKind(kind))
    return {
      problem: `There is no notice called ${kind}. Name the file after one of those in shared/notices.`,
    };
  if (language === undefined) return { kind };
  return isLanguage(language)
    ? { kind, language }
    : {
        problem: `${language} is no language that is offered. Use a code listed in shared/domain/languages.ts.`,
      };
}
