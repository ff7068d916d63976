import { type ChildProcess, spawn } from 'node:child_process';

/**
 * The command runs in a session of its own, so that a Ctrl-C in the terminal does not take it away while it is still
 * needed, and the shell's reader kills it as soon as our end of the pipe closes, however we ended.
 */
const shellScript = `
exec 3<&0
"$@" </dev/null 3<&- &
command=$!
( read -r _ <&3; kill -KILL $command ) 2>/dev/null &
reader=$!
exec 3<&-
wait $command
code=$?
kill $reader 2>/dev/null
exit $code
`;

export interface TiedChild {
  /** the exit code, when it has ended for whatever reason */
  exited: Promise<number>;
  /** the last of what it printed */
  output(): string;
  /** ends it at once */
  end(): Promise<void>;
}

/** Starts a program that cannot outlive this process. */
export function startTiedChild(
  command: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): TiedChild {
  const child = spawn('/bin/sh', ['-c', shellScript, 'tied-child', ...command], {
    ...options,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdin.on('error', () => {});
  const exited = new Promise<number>((settle) => {
    child.on('error', () => settle(127));
    child.on('exit', (code) => {
      child.stdin.destroy();
      settle(code ?? 1);
    });
  });
  return {
    exited,
    output: collectOutput(child),
    end: async () => {
      child.stdin.destroy();
      await exited;
    },
  };
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-8_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}
