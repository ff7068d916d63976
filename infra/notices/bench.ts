import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CannotWrite, writingTo } from './cannot-write.ts';
import { casesFor } from './cases.ts';
import { type Shown, writeIndexPage } from './index-page.ts';
import { policyOf, textOf, type WrittenCase, writeCases } from './write-cases.ts';

export interface BenchOptions {
  landlord: string;
  folder: string;
  /** aborted once somebody wants it to end */
  stop: AbortSignal;
  progress: (done: number, of: number) => void;
}

export interface BenchReport {
  /** the whole path of the page to open */
  index: string;
  cases: number;
  own: string[];
  translated: string[];
  changed: string[];
  isFirst: boolean;
}

/**
 * Writes every notice into a folder beside the one that was asked for, and puts it in its place once all are there: what
 * was written before stays whole until then.
 *
 * @returns undefined where it was stopped
 * @throws CannotWrite where the folder cannot be written, or holds other things
 */
export function runBench(options: BenchOptions): Promise<BenchReport | undefined> {
  return writingTo(resolve(options.folder), () => write(options));
}

async function write(options: BenchOptions): Promise<BenchReport | undefined> {
  const { landlord, stop, progress } = options;
  const folder = resolve(options.folder);
  const policy = policyOf(landlord);
  if (!policy) throw new CannotWrite(`There is no policy of ${landlord}.`);
  refuseForeign(folder);
  const isFirst = !existsSync(join(folder, mark));
  mkdirSync(dirname(folder), { recursive: true });
  const workplace = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    const shown: Shown[] = [];
    const count = casesFor(landlord).length;
    for (const written of writeCases(policy)) {
      // lets whoever stops it be heard
      await setImmediate();
      if (stop.aborted) return undefined;
      shown.push(writeForms(written, workplace, folder));
      progress(shown.length, count);
    }
    writeFileSync(join(workplace, 'index.html'), writeIndexPage(landlord, shown, isFirst));
    writeFileSync(join(workplace, mark), `Written by npm run notices -- ${landlord}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(workplace, folder);
    const ids = (some: readonly Shown[]) => some.map(({ written }) => written.id);
    return {
      index: join(folder, 'index.html'),
      cases: shown.length,
      own: ids(shown.filter(({ written }) => written.isOwn)),
      translated: ids(shown.filter(({ written }) => written.language !== undefined)),
      changed: isFirst ? [] : ids(shown.filter(({ text, before }) => text !== before)),
      isFirst,
    };
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}

/** By which a folder is known for one that this wrote, and may write again. */
const mark = 'written-by-redress.txt';

function refuseForeign(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new CannotWrite(`${folder} is a file. Name a folder with --out.`);
  if (readdirSync(folder).length > 0 && !existsSync(join(folder, mark)))
    throw new CannotWrite(
      `${folder} holds other things, which would be lost. Name another folder with --out.`,
    );
}

function writeForms(written: WrittenCase, workplace: string, folder: string): Shown {
  const { id, mail, letter, call } = written;
  const text = textOf(mail);
  const files = [
    { name: 'Email', file: `${id}.html`, content: mail.html },
    { name: 'Plain text', file: `${id}.txt`, content: text },
    ...(letter ? [{ name: 'Letter', file: `${id}.letter.html`, content: letter.html }] : []),
    ...(call ? [{ name: 'Call', file: `${id}.call.html`, content: call.html }] : []),
  ];
  for (const { file, content } of files) writeFileSync(join(workplace, file), content);
  return { written, text, before: readIfThere(join(folder, `${id}.txt`)), forms: files };
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
