import { type DifferenceLine, differencesOf } from './differences.ts';
import type { WrittenCase } from './write-cases.ts';

/** A notice as the page shows it: every form has a file of its own. */
export interface Shown {
  written: WrittenCase;
  text: string;
  /** its text after the last run; absent where it was not there */
  before?: string | undefined;
  forms: readonly { name: string; file: string }[];
}

/** One page with every notice, to be read and compared without a script. */
export function writeIndexPage(landlord: string, shown: readonly Shown[], isFirst: boolean): string {
  const changed = shown.filter((each) => hasChanged(each, isFirst));
  const own = shown.filter(({ written }) => written.isOwn);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Notices of ${escapeHtml(landlord)}</title>
<style>
${style}
</style>
</head>
<body>
<header>
<h1>Notices of ${escapeHtml(landlord)}</h1>
<p>${shown.length} cases. ${own.length} in your own wording. ${isFirst ? 'There was no run before to compare with.' : `${changed.length} changed since the last run.`}</p>
</header>
<nav aria-label="Notices">
${listOf('Changed since the last run', changed)}${listOf(
  'To residents and others',
  shown.filter(({ written }) => !written.forStaff),
)}${listOf(
  'To staff',
  shown.filter(({ written }) => written.forStaff),
)}</nav>
<main>
${shown.map((each) => writeNotice(each, landlord, isFirst)).join('')}</main>
</body>
</html>
`;
}

function hasChanged({ text, before }: Shown, isFirst: boolean): boolean {
  return !isFirst && text !== before;
}

function listOf(heading: string, shown: readonly Shown[]): string {
  if (shown.length === 0) return '';
  const items = shown.map(
    ({ written }) =>
      `<li><a href="#${written.id}">${titleOf(written)}</a>${written.isOwn ? ' <strong>your own wording</strong>' : ''}</li>`,
  );
  return `<h2>${heading}</h2>\n<ul>\n${items.join('\n')}\n</ul>\n`;
}

function titleOf({ kind, name }: WrittenCase): string {
  return escapeHtml(`${kind.replaceAll('-', ' ')}: ${name}`);
}

function writeNotice(shown: Shown, landlord: string, isFirst: boolean): string {
  const { written, text, before, forms } = shown;
  const links = forms.map(
    ({ name, file }) =>
      `<li><a href="${file}">${name}<span class="hidden"> of ${titleOf(written)}</span></a></li>`,
  );
  const { defaultText } = written;
  return `<section id="${written.id}" aria-labelledby="${written.id}-heading">
<h2 id="${written.id}-heading">${titleOf(written)}</h2>
<p>${sayWhere(written, landlord)}</p>
<ul class="forms">
${links.join('\n')}
</ul>
${hasChanged(shown, isFirst) ? writeDifferences('Since the last run', before ?? '', text) : ''}${defaultText === undefined ? '' : writeDifferences('From the usual wording', defaultText, text)}<h3>Text</h3>
<div class="text">${escapeHtml(text)}</div>
</section>
`;
}

function sayWhere({ isOwn, file }: WrittenCase, landlord: string): string {
  const named = `<code>${escapeHtml(file)}</code>`;
  if (isOwn) return `<strong>In your own wording</strong>, which you can change in ${named}.`;
  return `In the usual wording. For one of your own, copy ${named} to <code>shared/landlords/${escapeHtml(landlord)}/notices</code>.`;
}

const marks: Record<DifferenceLine['side'], (html: string) => string> = {
  before: (html) => `<del><span class="hidden">Left out: </span>- ${html}</del>`,
  after: (html) => `<ins><span class="hidden">Put in: </span>+ ${html}</ins>`,
  both: (html) => `<span>  ${html}</span>`,
  gap: (html) => `<span>  ${html}<span class="hidden"> lines that are the same</span></span>`,
};

function writeDifferences(heading: string, before: string, after: string): string {
  const lines = differencesOf(before, after)
    // what underlines a heading says nothing of its own
    .filter(({ text }) => !/^-*$/.test(text))
    .map(({ side, text }) => marks[side](escapeHtml(text)));
  return `<h3>${heading}</h3>\n<div class="differences">${lines.join('')}\n</div>\n`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

const style = `:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --edge: #767676; --out: #8a0f0f; --in: #0b5a1e; --link: #0b3d91; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #141414; --edge: #8c8c8c; --out: #ffb3b3; --in: #a6e8b4; --link: #a8c7ff; } }
body { font: 1.05rem/1.55 Arial, Helvetica, sans-serif; color: var(--ink); background: var(--paper); max-width: 46rem; margin: 0 auto; padding: 1rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
section { border-top: 2px solid var(--edge); margin-top: 2.5rem; }
.forms { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; padding: 0; }
code { overflow-wrap: anywhere; }
.text, .differences { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 4px solid var(--edge); padding-left: 1rem; }
.differences > * { display: block; text-decoration: none; margin: 0.5rem 0; }
del { color: var(--out); }
ins { color: var(--in); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }`;
