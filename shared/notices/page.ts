import type { Language } from '../domain/languages.ts';
import { dark, inPrint, onScreen } from './styles.ts';

/** How a notice is shown, whatever it says. */
export interface Form {
  /** the language that it is written in; English where absent */
  language?: Language;
  isRightToLeft?: boolean;
  /** 18 points and more, nothing in italics (UKAAF: large print) */
  isLargePrint?: boolean;
  /** one paragraph in another language, before everything else */
  opening?: { language: Language; isRightToLeft?: boolean; text: string };
  /** the level of its heading on the page: 1 where absent */
  topHeading?: number;
}

/**
 * A mail as a page of its own, one column wide. What it cannot do without stands on the body, since some mail programs drop
 * every style sheet; and the sheets are apart, since some drop a whole one for a rule that they do not know.
 */
export function writePage(
  title: string,
  body: string,
  form: Form = {},
  more: readonly string[] = [],
): string {
  const size = form.isLargePrint ? '1.5rem' : '1.125rem';
  return `${openPage(title, form, [onScreen, dark, inPrint, ...more])}
<body style="font: ${size}/1.5 Arial, Helvetica, sans-serif; max-width: 36em; margin: 0 auto; padding: 1rem">
<main>
${body}</main>
</body>
</html>
`;
}

/** Everything up to the body of a page. */
export function openPage(
  title: string,
  form: Form,
  sheets: readonly string[],
  schemes = 'light dark',
): string {
  const direction = form.isRightToLeft ? ' dir="rtl"' : '';
  return `<!doctype html>
<html lang="${escapeHtml(form.language ?? 'en-GB')}"${direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${schemes}">
<meta name="supported-color-schemes" content="${schemes}">
<title>${escapeHtml(title)}</title>
${sheets.map((sheet) => `<style>\n${sheet}</style>`).join('\n')}
</head>`;
}

export function escapeHtml(value: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
