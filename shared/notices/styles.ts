/** Style sheets of what people read: no more of each than mail programs know, and no font or image to fetch. */

/**
 * Contrast of 7 to 1 and more in both schemes (WCAG 1.4.6). A number is read from the left in every language; in a heading,
 * where it is largest, it may take two lines rather than leave a narrow screen.
 */
export const onScreen = `:root { color-scheme: light dark; }
body { background: #ffffff; color: #1b1b1b; overflow-wrap: break-word; }
a { color: #003a8c; overflow-wrap: anywhere; }
a:focus-visible { outline: 3px solid #003a8c; outline-offset: 3px; }
h1 { font-size: 1.5em; line-height: 1.25; margin: 0.5em 0 1em; text-wrap: balance; }
h2 { font-size: 1.2em; line-height: 1.3; margin: 1.75em 0 0.6em; text-wrap: balance; }
h3, h4 { font-size: 1em; margin: 1.5em 0 0.5em; }
p, ul { margin: 0 0 1em; text-wrap: pretty; }
ul { padding-inline-start: 1.25em; }
li { margin: 0 0 0.6em; }
li p { margin: 0; }
em { font-style: normal; }
.part { border-inline-start: 4px solid #8a9099; margin: 0 0 1.5em; padding-inline-start: 1em; }
.part > :last-child { margin-bottom: 0; }
.whole { direction: ltr; unicode-bidi: isolate; white-space: nowrap; }
h1 .whole { overflow-wrap: anywhere; white-space: normal; }
`;

export const dark = `@media (prefers-color-scheme: dark) {
body { background: #121212; color: #f1f1f1; }
a { color: #a9c8ff; }
a:focus-visible { outline-color: #a9c8ff; }
}
`;

export const inPrint = `@media print {
:root { color-scheme: light; }
body { background: #ffffff; color: #000000; }
h1, h2, h3, h4 { break-after: avoid; }
p, li { orphans: 3; widows: 3; }
.part, li { break-inside: avoid; }
}
`;

/** A script to read from: what to say stands out from what to do. */
export const script = `.say { border: 2px solid #5c636b; margin: 0 0 1.5em; padding: 1em 1em 0; }
.say > :first-child { margin-top: 0; }
@media (prefers-color-scheme: dark) { .say { border-color: #aab1ba; } }
`;
