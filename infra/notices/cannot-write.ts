/** Why nothing could be written, in words for whoever asked for it. */
export class CannotWrite extends Error {
  override name = 'CannotWrite';
}

const reasons: Record<string, string> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
  ENOTDIR: 'a part of that path is a file',
  EEXIST: 'a part of that path is a file',
  ENOENT: 'there is no such place',
  ENOSPC: 'the disk is full',
};

/**
 * Does what writes to a folder or file.
 *
 * @throws CannotWrite where the system refuses it
 */
export async function writingTo<T>(path: string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const reason = reasons[error.code] ?? `the system says ${error.code}`;
    throw new CannotWrite(`${path} cannot be written: ${reason}.`, { cause: error });
  }
}

function isRefusal(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
