/**
 * Languages that somebody can say they read or speak best, by their BCP 47 code, with their English names: those most
 * asked for of interpreters in England and Wales. English itself needs no saying.
 */
export const languageNames = {
  ar: 'Arabic',
  bg: 'Bulgarian',
  bn: 'Bengali',
  cy: 'Welsh',
  es: 'Spanish',
  fa: 'Persian',
  fr: 'French',
  gu: 'Gujarati',
  hi: 'Hindi',
  lt: 'Lithuanian',
  pa: 'Punjabi',
  pl: 'Polish',
  pt: 'Portuguese',
  ro: 'Romanian',
  so: 'Somali',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ur: 'Urdu',
  'zh-Hans': 'Chinese',
} as const;
export type Language = keyof typeof languageNames;

export const languages = Object.keys(languageNames) as [Language, ...Language[]];

/** Whether a code is one of those that are offered. */
export function isLanguage(code: string): code is Language {
  return Object.hasOwn(languageNames, code);
}
