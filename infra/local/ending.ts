/**
 * Calls back once when this process is to end: asked for by a signal, or because whoever started it is gone. Signals
 * sent to npm alone do not reach its child, so the parent is watched. A second Ctrl-C is no wish for more force: npm
 * and the terminal each send one.
 */
export function onEnding(end: () => void): void {
  let ending = false;
  const once = () => {
    if (ending) return;
    ending = true;
    clearInterval(watch);
    end();
  };
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) once();
  }, 250);
  watch.unref();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
  // a closed terminal
  for (const stream of [process.stdout, process.stderr]) stream.on('error', once);
}
