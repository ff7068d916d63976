/** One request with its answer. */
export interface Example {
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** what can be asked by instead, never together */
  otherQuery?: Record<string, string>;
  headers?: Record<string, string>;
  body?: object;
  answer: object;
}
