/** A reason why the stack cannot start or go on, in one sentence for the person at the terminal. */
export class StackError extends Error {
  override name = 'StackError';
}
