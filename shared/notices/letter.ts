import { type CivilDate, describeDate } from '../domain/civil-date.ts';
import type { RenderedNotice } from '../domain/notices.ts';
import { letterInPrint, letterOnSmallScreen, letterSheet } from './letter-styles.ts';
import { escapeHtml, type Form, openPage } from './page.ts';
import type { ReadNotice } from './render.ts';
import { lineBreak, underline } from './text.ts';
import { writeDate } from './wording.ts';

interface Sender {
  name: string;
  address: string;
  phone: string;
  email: string;
}

interface Letter {
  name: string;
  address: string;
  date: CivilDate;
  reference: string | undefined;
  postBy?: CivilDate | undefined;
  safeContact?: string | undefined;
}

/** As many lines as the window of a DL envelope shows. */
const linesInWindow = 6;

/** Writes what was read as a letter: to print as it stands, or to read as plain text. */
export function writeLetter(
  { subject, text, body }: ReadNotice,
  sender: Sender,
  letter: Letter,
  form: Form,
): RenderedNotice {
  const from = [...linesOf(sender.address), sender.phone, sender.email];
  const to = addressLines(letter.name, letter.address);
  const inEnglish = describeDate(letter.date);
  const date = form.language ? writeDate(inEnglish, form.language) : inEnglish;
  const { reference } = letter;
  return {
    subject,
    text: [
      [sender.name, ...from].join('\n'),
      to.join('\n'),
      [date, ...(reference ? [`Our reference: ${reference}`] : [])].join('\n'),
      underline(subject),
      text,
    ].join('\n\n'),
    html: `${openPage(subject, form, sheetsOf(reference, form), 'light')}
<body>
${noteForStaff(letter)}<div class="${form.isLargePrint ? 'sheet large' : 'sheet'}">
<header class="head" lang="en-GB" dir="ltr">
<div class="sender">
<p class="name">${escapeHtml(sender.name)}</p>
<p>${from.map(escapeHtml).join('<br>\n')}</p>
<p><time datetime="${letter.date}" lang="${form.language ?? 'en-GB'}">${escapeHtml(date)}</time>${sayReference(reference)}</p>
</div>
<p class="window">${to.map((line) => `<span>${escapeHtml(line)}</span>`).join('\n')}</p>
</header>
<main>
${body}</main>
</div>
</body>
</html>
`,
  };
}

/** Sheets that come apart are put together again by their reference and number. */
function sheetsOf(reference: string | undefined, { isLargePrint }: Form): string[] {
  const before = reference ? `"${reference}, page "` : '"Page "';
  const footer = `${before} counter(page) " of " counter(pages)`;
  return [letterSheet, letterOnSmallScreen, letterInPrint(footer, isLargePrint ? '18pt' : '12pt')];
}

function sayReference(reference: string | undefined): string {
  return reference ? `<br>\nOur reference: <span class="whole">${escapeHtml(reference)}</span>` : '';
}

function noteForStaff({ postBy, safeContact }: Pick<Letter, 'postBy' | 'safeContact'>): string {
  const notes = [
    ...(safeContact
      ? [`<strong>Before you post it:</strong> ${escapeHtml(safeContact).replace(lineBreak, '<br>')}`]
      : []),
    ...(postBy
      ? [
          `<strong>Post it by ${describeDate(postBy)}, before the last collection.</strong> Print it on A4 at full size, fold it at the marks, and put it in a DL window envelope. Then mark it as posted.`,
        ]
      : []),
  ];
  if (notes.length === 0) return '';
  return `<aside class="for-staff" aria-label="For staff">
<p>${notes.join('</p>\n<p>')} This note is not printed.</p>
</aside>
`;
}

/** An address as it stands on an envelope: a line for each part, the last two together where there are too many. */
function addressLines(name: string, address: string): string[] {
  const lines = [name, ...linesOf(address)].filter((line) => line !== '');
  const tooMany = lines.length - linesInWindow;
  if (tooMany <= 0) return lines;
  // The post reads it from below: the town and the postcode keep their lines.
  const [first = '', ...rest] = lines;
  return [first, rest.slice(0, tooMany + 1).join(', '), ...rest.slice(tooMany + 1)];
}

function linesOf(address: string): string[] {
  return address
    .split(/[\r\n,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
