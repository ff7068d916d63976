/**
 * A4, folded twice for a DL envelope, whose window shows what stands from 45 to 75 mm below the top edge and from 20 mm
 * off the left one. On the screen it is a sheet of the same measures, so that what staff look at is what is printed.
 * The address has the same size in large print: it is for the post, and more than six lines of 18 points do not go in.
 */
export const letterSheet = `:root { color-scheme: only light; }
body { background: #e7e9ec; color: #000000; font: 12pt/1.4 Arial, Helvetica, sans-serif; margin: 0; overflow-wrap: break-word; }
.sheet { background: #ffffff; box-sizing: border-box; margin: 1.5rem auto; max-width: 210mm; min-height: 297mm; padding: 20mm; }
.head { display: flow-root; min-height: 55mm; position: relative; }
.window { box-sizing: border-box; display: flex; flex-direction: column; font-size: 12pt; height: 30mm; justify-content: flex-end; left: 0; line-height: 4.9mm; margin: 0; position: absolute; top: 25mm; width: 84mm; }
.window span { display: block; }
.sender { float: right; width: 80mm; }
.sender p { margin: 0 0 1em; }
.sender .name { font-weight: bold; margin: 0; }
h1 { font-size: 1.35em; line-height: 1.25; margin: 1.5em 0 1em; text-wrap: balance; }
h2 { font-size: 1.1em; line-height: 1.3; margin: 1.6em 0 0.5em; text-wrap: balance; }
p, ul { margin: 0 0 1em; text-wrap: pretty; }
ul { padding-inline-start: 1.25em; }
li { margin: 0 0 0.5em; }
li p { margin: 0; }
em { font-style: normal; }
.part { border-inline-start: 1mm solid #767676; margin: 0 0 1.4em; padding-inline-start: 4mm; }
.part > :last-child { margin-bottom: 0; }
.whole { direction: ltr; unicode-bidi: isolate; white-space: nowrap; }
h1 .whole { overflow-wrap: anywhere; white-space: normal; }
.large { font-size: 18pt; }
.large .sender { font-size: 16pt; line-height: 1.3; }
.for-staff { background: #ffffff; border: 2px solid #1b1b1b; box-sizing: border-box; margin: 1.5rem auto 0; max-width: 210mm; padding: 1rem 1.5rem; }
.for-staff p { margin: 0; }
.for-staff p + p { margin-top: 0.5rem; }
`;

/** Below the width of a sheet everything stands in one column, so that it can be read on any screen before it is printed. */
export const letterOnSmallScreen = `@media screen and (max-width: 210mm) {
.sheet { margin: 0; min-height: 0; padding: 1rem; }
.head { display: flex; flex-direction: column-reverse; gap: 1.5rem; }
.window, .sender { float: none; height: auto; position: static; width: auto; }
}
`;

/**
 * The folds are marked, a third of the sheet apart, beside the text: what stands in the margins of a page is not printed, so
 * that those at the sides are the sheet’s own. Page numbers are as large as everything else (UKAAF).
 */
export function letterInPrint(footer: string, size: string): string {
  return `@page { size: A4; margin: 20mm 0; @bottom-left { content: ${footer}; font: ${size} Arial, Helvetica, sans-serif; padding-left: 20mm; } }
@media print {
body { background: #ffffff; }
.for-staff { display: none; }
.sheet { margin: 0; max-width: none; min-height: 0; padding: 0 20mm; }
.head::before, .head::after { border-top: 0.2mm solid #767676; content: ""; left: -15mm; position: absolute; top: 79mm; width: 4mm; }
.head::after { top: 178mm; }
h1, h2, h3, h4 { break-after: avoid; }
p, li { orphans: 3; widows: 3; }
.part, li { break-inside: avoid; }
}
`;
}
