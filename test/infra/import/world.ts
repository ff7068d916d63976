import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImport, type Surroundings } from '../../../infra/import.ts';
import { type Desk, openDesk } from '../../support/desk.ts';

export const headers = 'Id,Channel,Received on,Name,Description,Acknowledged on';

/** So many rows of complaints of 7 December 2026, of which those named are acknowledged before that. */
export function sheetOf(count: number, bad: readonly number[] = []): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const acknowledged = bad.includes(index + 1) ? '2026-12-04' : '2026-12-09';
    return `CRM-${index + 1},phone,2026-12-07,Sam Okoro,The lift is out of order.,${acknowledged}`;
  });
  return [headers, ...rows].join('\n');
}

/** Answers in place of the API, once each; undefined lets the request through. */
type Answers = (Response | Error | undefined)[];

/** The command, with the API in this process behind it. */
export class ImportWorld {
  readonly folder = mkdtempSync(join(tmpdir(), 'redress-import-'));
  readonly desk: Desk;
  /** the size of each request for an import that reached the API, and whether it was a dry run */
  requests: { rows: number; dryRun: boolean }[] = [];
  tokens: string[] = [];
  waited: number[] = [];
  stop = new AbortController();
  /** asked before each request reaches the API */
  before: () => void = () => {};
  answers: Answers = [];

  private constructor(desk: Desk) {
    this.desk = desk;
  }

  static async open(): Promise<ImportWorld> {
    return new ImportWorld(await openDesk({ now: '2026-12-23T15:00:00Z' }));
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Runs the command on a file with that content. */
  async run(content: string | Uint8Array, given: string[] = [], change: Partial<Surroundings> = {}) {
    const file = this.path('complaints.csv');
    writeFileSync(file, content);
    return this.call([file, ...given], change);
  }

  async call(given: string[], change: Partial<Surroundings> = {}) {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runImport(given, {
      environment: {},
      fetch: this.#fetch,
      wait: async (milliseconds) => this.waited.push(milliseconds),
      now: () => 0,
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      isTerminal: false,
      stop: this.stop.signal,
      ...change,
    });
    return { code, out: out.join('').split('\n').slice(0, -1), err: err.join('').split('\n').slice(0, -1) };
  }

  #fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const body = JSON.parse(String(init.body));
    const { pathname } = new URL(url);
    const sent = new Headers(init.headers);
    if (pathname === '/_local/tokens') return Response.json({ token: 'a local token' });
    this.tokens.push(sent.get('authorization') ?? '');
    this.before();
    const instead = this.answers.shift();
    if (instead instanceof Error) throw instead;
    if (instead) return instead;
    const [, landlord = ''] = /^\/staff\/landlords\/([^/]+)\/imports$/.exec(pathname) ?? [];
    this.requests.push({ rows: body.rows.length, dryRun: body.dryRun });
    const { status, text } = await this.desk.send('importComplaints', {
      landlord,
      staff: { id: 'import', roles: ['manager'], landlords: ['day-zero', 'code-2024'] },
      headers: { 'idempotency-key': sent.get('idempotency-key') ?? '' },
      body,
    });
    return new Response(text, { status });
  };
}
