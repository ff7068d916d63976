import { isLanguage, type Language, languages } from '../domain/languages.ts';
import type { NoticeKind } from '../domain/notices.ts';
import { templates } from './templates.ts';
import { months, plainLines } from './text.ts';
import { wordings } from './wordings.ts';

export interface Wording {
  template: string;
  /** as the list of wordings names it; a default in English by its kind alone */
  name: string;
  /** what it is written in; English where absent */
  language?: Language | undefined;
}

/**
 * The wording of a notice: the landlord's own in the reader's language, the default in that language, the landlord's own
 * in English, the default.
 *
 * @param language a code; one that is not offered is as good as none
 */
export function wordingOf(kind: NoticeKind, landlord: string, language?: string): Wording {
  const own = `${landlord}/${kind}`;
  if (language !== undefined && isLanguage(language)) {
    const name = [`${own}.${language}`, `${kind}.${language}`].find(isListed);
    if (name !== undefined) return { template: read(kind, name), name, language };
  }
  const name = isListed(own) ? own : kind;
  return { template: read(kind, name), name };
}

/** The languages beside English that a landlord's notice of a kind is worded in. */
export function languagesOf(kind: NoticeKind, landlord: string): Language[] {
  return languages.filter((language) => wordingOf(kind, landlord, language).language !== undefined);
}

function isListed(name: string): boolean {
  return Object.hasOwn(wordings, name);
}

function read(kind: NoticeKind, name: string): string {
  return plainLines(wordings[name] ?? templates[kind]);
}

const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const writtenDate = new RegExp(`^(?:${days}) (\\d{1,2}) (${months.join('|')}) (\\d{4})$`);

/** A date as it is written in a language, within a sentence. Whatever is more than a date stays as it is: a rule's sentence, or typed words. */
export function writeDate(value: string, language: Language): string {
  return value.replace(writtenDate, (_, day: string, month: string, year: string) =>
    new Intl.DateTimeFormat(language, {
      dateStyle: 'full',
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    })
      .format(Date.UTC(Number(year), months.indexOf(month), Number(day)))
      // Welsh has a capital for the name of the day, and none for the word “day” before it.
      .replace(/^Dydd /, 'dydd '),
  );
}
