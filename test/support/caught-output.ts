/** Whoever is listening to what this process writes at the moment. */
const listeners = new Set<string[]>();
let giveBack: (() => void) | undefined;

/** Runs work and catches what the process writes to stdout and stderr meanwhile; runs that overlap hear each other. */
export async function catchOutput<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; written: string }> {
  const heard: string[] = [];
  listeners.add(heard);
  giveBack ??= redirect();
  try {
    return { value: await work(), written: heard.join('') };
  } finally {
    listeners.delete(heard);
    if (listeners.size === 0) {
      giveBack?.();
      giveBack = undefined;
    }
  }
}

function redirect(): () => void {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  const hear = (chunk: string | Uint8Array) => {
    for (const heard of listeners)
      heard.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    return true;
  };
  for (const stream of streams) stream.write = hear;
  return () => {
    for (const [index, stream] of streams.entries()) stream.write = writes[index] ?? stream.write;
  };
}
