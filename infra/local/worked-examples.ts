import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from './stack-error.ts';

/** Somebody's complaint for each landlord, so that a fresh stack has something to show. */
const complaints = [
  {
    complainant: { name: 'Sam Okafor', email: 'sam.okafor@example.com' },
    description: 'The communal door has been broken for three weeks and anybody can walk in.',
  },
  {
    complainant: { name: 'Priya Nair', email: 'priya.nair@example.com' },
    description: 'Two appointments for the boiler were missed, and nobody told us why.',
  },
  {
    complainant: { name: 'Tomasz Zielinski', email: 'tomasz.zielinski@example.com' },
    description: 'Damp in the back bedroom was painted over and has come back.',
  },
  {
    complainant: { name: 'Bronwen Hughes', email: 'bronwen.hughes@example.com' },
    description: 'The lift has been out of order since Friday and my mother cannot leave her flat.',
  },
];

export function landlordIds(projectFolder: string): string[] {
  const folder = join(projectFolder, 'shared', 'landlords');
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
}

/** Sends a complaint to each landlord through the API itself, as a resident's form would. */
export async function sendWorkedExamples(url: string, landlords: string[]): Promise<void> {
  await Promise.all(
    landlords.map(async (landlord, position) => {
      const response = await fetch(`${url}/landlords/${landlord}/complaints`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(complaints[position % complaints.length]),
      });
      if (response.status === 201) return;
      throw new StackError(
        `The worked example of ${landlord} was answered with ${response.status}: ${await response.text()}`,
      );
    }),
  );
}
