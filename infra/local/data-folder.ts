import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StackError } from './stack-error.ts';
import type { Checkpoint } from './stream-reader.ts';

/** What is kept beside the tables of a data folder: where time stood, and how far each stream was read. */
interface KeptState {
  now?: string;
  checkpoints: Record<string, Checkpoint>;
}

export interface StateFile {
  read(): KeptState;
  write(state: KeptState): void;
}

/** Without a folder nothing is kept. */
export function openStateFile(dataFolder: string | undefined): StateFile {
  if (dataFolder === undefined) return { read: () => ({ checkpoints: {} }), write: () => {} };
  const file = join(resolve(dataFolder), 'local-stack.json');
  return {
    read: () => {
      if (!existsSync(file)) return { checkpoints: {} };
      try {
        return JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        throw new StackError(`${file} cannot be read: delete the data folder or choose another with --data.`);
      }
    },
    write: (state) => {
      writeFileSync(`${file}.new`, JSON.stringify(state));
      renameSync(`${file}.new`, file);
    },
  };
}
