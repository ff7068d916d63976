import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeLine } from '../../../infra/import/report.ts';
import { ImportWorld, sheetOf } from './world.ts';

const root = resolve(import.meta.dirname, '../../..');

let world: ImportWorld;
beforeEach(async () => {
  world = await ImportWorld.open();
});
afterEach(() => world.close());

const stored = async () => (await world.desk.stored()).length;

describe('npm run import, without --commit', () => {
  it('checks every row, says so, and imports nothing', async () => {
    const { code, out } = await world.run(sheetOf(2));
    expect(code).toBe(0);
    expect(out).toEqual([
      'row 2  CRM-1  would be imported, stage-1-response by 2026-12-23, resident-information by 2026-12-14',
      'row 3  CRM-2  would be imported, stage-1-response by 2026-12-23, resident-information by 2026-12-14',
      '2 rows, 2 would be imported',
      'This was a dry run for day-zero: nothing was imported. Add --commit to import.',
    ]);
    expect([await stored(), world.requests]).toEqual([0, [{ rows: 2, dryRun: true }]]);
  });

  it('takes every row of the example', async () => {
    const { code, out } = await world.run(readFileSync(resolve(root, 'docs/import-example.csv')));
    expect([code, out.at(-2)]).toEqual([0, '4 rows, 4 would be imported']);
  });

  it('names each bad row by its columns, and ends with 1', async () => {
    const { code, out } = await world.run(sheetOf(2, [2]).replace('CRM-1,phone', 'CRM-1,pigeon'));
    expect(code).toBe(1);
    expect(out.slice(0, 3)).toEqual([
      'row 2  CRM-1  bad: Channel: must be one of web-form, phone, email, letter, in-person, social-media, survey, mp-or-councillor',
      'row 3  CRM-2  bad: Acknowledged on: must not be before receivedOn, 2026-12-07',
      '2 rows, 2 bad',
    ]);
  });
});

describe('a row whose id breaks the line', () => {
  it('is told in one line, with nothing in it that a terminal obeys', () => {
    const id = 'CRM\n1\u001b[2J\u2028\u202e"';
    expect(writeLine({ number: 2, id, sent: {}, problems: [] }, { outcome: 'bad', errors: [] })).toBe(
      'row 2  CRM\\n1\\u001b[2J\\u2028\\u202e"  bad: ',
    );
  });
});

describe('npm run import, with --commit', () => {
  it('imports every row, and a second time none', async () => {
    const first = await world.run(sheetOf(60), ['--commit']);
    expect(first.code).toBe(0);
    expect(first.out.slice(-2)).toEqual(['60 rows, 60 imported', 'What is imported is with day-zero now.']);
    expect(await stored()).toBe(60);
    expect(world.requests.map(({ rows }) => rows)).toEqual([25, 25, 10, 25, 25, 10]);
    const again = await world.run(sheetOf(60), ['--commit']);
    expect([again.code, again.out.at(-2), await stored()]).toEqual([0, '60 rows, 60 imported already', 60]);
    const [reference] = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(first.out[0] ?? '') ?? [];
    expect(again.out[0]).toBe(`row 2  CRM-1  imported already, as ${reference}`);
  });

  it('imports nothing at all where a row is bad', async () => {
    const { code, out } = await world.run(sheetOf(30, [28]), ['--commit']);
    expect([code, await stored()]).toEqual([1, 0]);
    expect(out.at(-1)).toBe(
      'Nothing was imported, since not every row is good. Correct the bad ones, or add --skip-bad to leave them out.',
    );
    expect(world.requests.every(({ dryRun }) => dryRun)).toBe(true);
  });

  it('imports the good ones with --skip-bad, and ends with 1', async () => {
    const { code, out } = await world.run(sheetOf(30, [28]), ['--commit', '--skip-bad']);
    expect([code, await stored()]).toEqual([1, 29]);
    expect(out.at(-2)).toBe('30 rows, 29 imported, 1 bad');
  });

  it('of another landlord imports there', async () => {
    const { out } = await world.run(sheetOf(1), ['--commit', '--landlord', 'code-2024']);
    expect(out.at(-1)).toBe('What is imported is with code-2024 now.');
    expect(world.desk.writes[0]?.stored.complaint.landlord).toBe('code-2024');
  });

  it('writes the lines of the rows to a file that is named', async () => {
    const { out } = await world.run(sheetOf(2), ['--commit', '--report', world.path('report.txt')]);
    expect(out).toEqual(['2 rows, 2 imported', 'What is imported is with day-zero now.']);
    expect(world.read('report.txt').split('\n')).toHaveLength(3);
  });
});

describe('a request that fails', () => {
  it('is sent again, with more time between, and nothing is doubled', async () => {
    world.answers = [undefined, new TypeError('fetch failed'), new Response('{}', { status: 503 })];
    const { code } = await world.run(sheetOf(2), ['--commit']);
    expect([code, await stored(), world.waited]).toEqual([0, 2, [500, 1_000]]);
  });

  it('five times ends the import, which says how far it came', async () => {
    const lost = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    world.answers = [undefined, undefined, ...Array<Error>(10).fill(lost)];
    const { code, out } = await world.run(sheetOf(30), ['--commit']);
    expect([code, await stored()]).toEqual([1, 0]);
    expect(out.slice(-2)).toEqual([
      '30 rows, 30 would be imported',
      'http://localhost:3000 cannot be reached: ECONNREFUSED, tried 5 times. Run it again with --commit: it goes on from there, and imports nothing twice.',
    ]);
  });

  it.each([
    [401, {}, 'You are not signed in: the token in REDRESS_TOKEN is wrong or no longer valid.'],
    [403, { detail: 'None of your roles allows it.' }, 'You may not import: None of your roles allows it.'],
    [404, { detail: 'Check the id.' }, 'It answered 404: Check the id.'],
    [200, { results: [] }, 'It answered 200: {"results":[]}'],
  ])('with %d ends it at once', async (status, body, told) => {
    world.answers = [Response.json(body, { status }), Response.json(body, { status })];
    const { code, out } = await world.run(sheetOf(2));
    expect([code, out.at(-1)]).toEqual([1, `${told} Nothing was imported.`]);
    expect(world.waited).toEqual([]);
  });
});

describe('whoever stops it', () => {
  it('learns how far it came, and goes on from there', async () => {
    let asked = 0;
    world.before = () => {
      asked += 1;
      if (asked === 6) world.stop.abort();
    };
    const { code, out } = await world.run(sheetOf(100), ['--commit']);
    expect(code).toBe(1);
    expect(out.slice(-2)).toEqual([
      '100 rows, 50 would be imported, 50 imported',
      'It was stopped. Run it again with --commit: it goes on from there, and imports nothing twice.',
    ]);
    world.before = () => {};
    world.stop = new AbortController();
    const again = await world.run(sheetOf(100), ['--commit']);
    expect(again.out.at(-2)).toBe('100 rows, 50 imported, 50 imported already');
    expect(await stored()).toBe(100);
  });
});

describe('the token', () => {
  const tokenOf = (landlords: string[]) =>
    `head.${Buffer.from(JSON.stringify({ landlords })).toString('base64url')}.signature`;
  const environment = (landlords: string[]) => ({ environment: { REDRESS_TOKEN: tokenOf(landlords) } });

  it('of the environment is sent, and says whose complaints they are', async () => {
    const { out } = await world.run(sheetOf(1), [], environment(['code-2024']));
    expect(out.at(-1)).toContain('dry run for code-2024');
    expect(world.tokens).toEqual([`Bearer ${tokenOf(['code-2024'])}`]);
  });

  it('for several landlords wants one named', async () => {
    expect(await world.run(sheetOf(1), [], environment(['day-zero', 'code-2024']))).toMatchObject({
      code: 1,
      err: ['Say with --landlord whose complaints they are: day-zero, code-2024.'],
    });
  });

  it('is needed anywhere but on the local stack', async () => {
    const { code, err } = await world.run(sheetOf(1), ['--api', 'https://complaints.example/']);
    expect([code, err]).toEqual([
      1,
      ['Put your token into REDRESS_TOKEN: only the local stack makes one itself.'],
    ]);
    expect(world.requests).toEqual([]);
  });
});

describe('how far it is', () => {
  it('is a line for each tenth where nobody watches', async () => {
    const { err } = await world.run(sheetOf(100));
    expect(err).toHaveLength(10);
    expect([err[0], err[9]]).toEqual(['Checked 10 of 100 rows', 'Checked 100 of 100 rows']);
  });

  it('is one line, written once a second at most, on a terminal', async () => {
    let milliseconds = 0;
    const now = () => {
      milliseconds += 25;
      return milliseconds;
    };
    const { err } = await world.run(sheetOf(100), [], { isTerminal: true, now });
    expect(err.join('\n').split('\r').slice(1)).toEqual([
      'Checked 1 of 100 rows',
      'Checked 41 of 100 rows',
      'Checked 81 of 100 rows',
      'Checked 100 of 100 rows',
    ]);
  });
});

describe('npm run import, called wrongly', () => {
  it.each([
    [[], 'Name one file.'],
    [['a.csv', 'b.csv'], 'Name one file.'],
    [['a.csv', '--skip-bad'], '--skip-bad goes with --commit.'],
    [
      ['a.csv', '--api', 'localhost'],
      '--api localhost is no address: write it as https://complaints.example.',
    ],
    [['a.csv', '--comit'], "Unknown option '--comit'"],
    [['/nowhere/a.csv'], '/nowhere/a.csv cannot be read: ENOENT'],
  ])('with %j says what is wrong, and ends with 2', async (given, told) => {
    const { code, out, err } = await world.call(given);
    expect([code, out]).toEqual([2, []]);
    expect(err[0]).toContain(told);
  });

  it('says with --help what it takes', async () => {
    const { code, out } = await world.call(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('  --skip-bad        with --commit: import the good rows although others are bad');
    expect(out.find((line) => line.startsWith('  Received on '))).toMatch(/The day on which dissatisfaction/);
  });

  it('ends as a process does', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/import.ts'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stdout, stderr]).toEqual([2, '', 'Name one file. See npm run import -- --help.\n']);
  });
});
