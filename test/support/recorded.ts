export type Call = [name: string, ...values: unknown[]];

/** The same port, which also notes every call in their order. */
export function recorded<Port extends object>(port: Port): { port: Port; calls: Call[] } {
  const calls: Call[] = [];
  const noted = Object.entries(port).map(([name, method]) => [
    name,
    (...values: unknown[]) => {
      calls.push([name, ...values]);
      return method(...values);
    },
  ]);
  return { port: Object.fromEntries(noted), calls };
}
