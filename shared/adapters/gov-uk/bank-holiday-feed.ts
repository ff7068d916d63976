/** What came of asking for the feed: its text, or one sentence that says why there is none. */
export type FeedAnswer = { type: 'text'; text: string } | { type: 'unreachable'; why: string };

export type ReadFeed = () => Promise<FeedAnswer>;

interface Limits {
  /** for everything, from the first connection to the last byte */
  timeoutMs?: number;
  mostBytes?: number;
}

const mostRedirects = 3;

/** What a sentence can be made of, as against a fault of ours. */
class Unreachable extends Error {}

/** Reads the feed anew with each call: one attempt, since a watch that comes back tomorrow needs no second. */
export function createFeedReader(
  address: string,
  { timeoutMs = 10_000, mostBytes = 1_000_000 }: Limits = {},
): ReadFeed {
  return async () => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await follow(new URL(address), signal);
      return { type: 'text', text: await readBody(response, mostBytes) };
    } catch (error) {
      if (signal.aborted)
        return unreachable(`The feed did not answer in full within ${timeoutMs / 1000} seconds.`);
      if (error instanceof Unreachable) return unreachable(error.message);
      return unreachable(`The feed could not be reached (${codeOf(error)}).`);
    }
  };
}

function unreachable(why: string): FeedAnswer {
  return { type: 'unreachable', why };
}

async function follow(address: URL, signal: AbortSignal, redirects = 0): Promise<Response> {
  const response = await fetch(address, {
    signal,
    redirect: 'manual',
    headers: { accept: 'application/json' },
  });
  if (response.status === 200) return response;
  await response.body?.cancel();
  const next = response.headers.get('location');
  if (![301, 302, 303, 307, 308].includes(response.status) || next === null)
    throw new Unreachable(`The feed answered with status ${response.status}.`);
  if (redirects === mostRedirects)
    throw new Unreachable(`The feed was still moved elsewhere after ${mostRedirects} redirects.`);
  const target = URL.parse(next, address.href);
  // nobody on the way may lead us from an address that proves who answers to one that does not
  if (target?.protocol !== address.protocol)
    throw new Unreachable('The feed was moved to an address that cannot be followed.');
  return follow(target, signal, redirects + 1);
}

async function readBody(response: Response, mostBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  // leaving the loop ends the connection
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Unreachable(`The feed is longer than ${mostBytes} bytes.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** fetch says `fetch failed`, and why in the cause: `ECONNREFUSED`. */
function codeOf(error: unknown): string {
  const { name, cause = error } = error as Error;
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' ? code : name;
}
