import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import type { WrittenCase } from './write-cases.ts';

/** The notices that docs/notices shows. */
const pictured = [
  'receipt',
  'acknowledgement',
  'extension',
  'response',
  'final-response',
  'missed-date-apology',
  'compensation-offer',
  'escalation-acknowledgement',
  'exclusion',
  'digest',
] as const;

interface Sheet {
  html: string;
  width: number;
  scheme: 'light' | 'dark';
}

/**
 * Draws the first case of ten notices as plain text, in the light, in the dark and as a letter, each as a file
 * `<kind>-<form>.webp` in the folder.
 *
 * @returns the names of the files
 */
export async function drawPictures(
  cases: Iterable<Pick<WrittenCase, 'kind' | 'mail' | 'letter'>>,
  folder: string,
): Promise<string[]> {
  const written = [...cases];
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const drawn: string[] = [];
    for (const kind of pictured) {
      const first = written.find((each) => each.kind === kind);
      if (first) drawn.push(...(await drawForms(page, kind, formsOf(first), folder)));
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

function formsOf({ mail, letter }: Pick<WrittenCase, 'mail' | 'letter'>): Record<string, Sheet> {
  return {
    text: { html: plainPage(mail.subject, mail.text), width: 480, scheme: 'light' },
    light: { html: mail.html, width: 480, scheme: 'light' },
    dark: { html: mail.html, width: 480, scheme: 'dark' },
    ...(letter && { letter: { html: withoutNote(letter.html), width: 860, scheme: 'light' as const } }),
  };
}

async function drawForms(
  page: Page,
  kind: string,
  forms: Record<string, Sheet>,
  folder: string,
): Promise<string[]> {
  const names: string[] = [];
  for (const [form, { html, width, scheme }] of Object.entries(forms)) {
    await page.setViewportSize({ width, height: 400 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.setContent(html);
    const name = `${kind}-${form}.webp`;
    await writeFile(join(folder, name), await asWebp(page, await page.screenshot({ fullPage: true })));
    names.push(name);
  }
  return names;
}

/** Few shades and nothing lost: a quarter of the size of what the browser draws, which is kept in the repository. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const written: string = await page.evaluate(`(async () => {
    const answer = await fetch('data:image/png;base64,${png.toString('base64')}');
    const image = await createImageBitmap(await answer.blob());
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const drawn = context.getImageData(0, 0, image.width, image.height);
    drawn.data.forEach((value, index, all) => { all[index] = Math.round(value / 17) * 17; });
    context.putImageData(drawn, 0, 0);
    return canvas.toDataURL('image/webp', 1).split(',')[1];
  })()`);
  return Buffer.from(written, 'base64');
}

/** As a mail program shows a mail that has no HTML. */
function plainPage(subject: string, text: string): string {
  const shown = `Subject: ${subject}\n\n${text}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><title>Text</title><body style="margin: 1rem"><pre style="font: 15px/1.45 monospace; white-space: pre-wrap">${shown}</pre></body>`;
}

/** What is printed. */
function withoutNote(letter: string): string {
  return letter.replace(/<aside[\s\S]*?<\/aside>/, '');
}
