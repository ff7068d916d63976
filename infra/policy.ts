import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkPolicy } from '../shared/landlords/check-policy.ts';
import { describePolicy } from '../shared/landlords/describe-policy.ts';

const help = `Checks a landlord's policy, and says where it differs from the Complaint Handling Code.

  npm run policy -- <file>

  <file>    a policy as JSON, such as shared/landlords/day-zero/policy.json
  --help    this

Ends with 0 where the policy is valid, 1 where it is not, and 2 where the arguments are wrong.`;

/** @returns the exit code */
export function runPolicy(given: string[]): number {
  let options: { help?: boolean };
  let files: string[];
  try {
    ({ values: options, positionals: files } = parseArgs({
      args: given,
      allowPositionals: true,
      options: { help: { type: 'boolean' } },
    }));
  } catch (error) {
    return refuseArguments(String(error instanceof Error ? error.message : error));
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) return refuseArguments('Name one file.');
  return checkFile(file);
}

function refuseArguments(why: string): number {
  console.error(`${why}\n\n${help}`);
  return 2;
}

function checkFile(file: string): number {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    console.error(`${file}: this cannot be read: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
  const checked = checkPolicy(source);
  if ('problems' in checked) {
    for (const problem of checked.problems) console.error(problem);
    return 1;
  }
  console.log(describePolicy(checked.policy));
  return 0;
}

if (import.meta.main) process.exitCode = runPolicy(process.argv.slice(2));
