/**
 * Works through items as they come, a few at once.
 *
 * @param work answers `stop` to take no further items; those begun are finished, also where one of them fails
 */
export async function inParallel<Item>(
  atOnce: number,
  items: AsyncIterable<Item> | Iterable<Item>,
  work: (item: Item) => Promise<'go-on' | 'stop'>,
): Promise<void> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let stopped = false;
  const worker = async () => {
    while (!stopped) {
      const next = await iterator.next();
      if (next.done) return;
      if ((await work(next.value)) === 'stop') stopped = true;
    }
  };
  const stopOthers = (error: unknown) => {
    stopped = true;
    throw error;
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, () => worker().catch(stopOthers)));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}
