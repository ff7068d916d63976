import type { About } from '../../shared/notices/compose.ts';
import { type Language, languageNames } from '../../shared/notices/languages.ts';
import { languagesOf } from '../../shared/notices/wording.ts';
import { isNoticeKind, type NoticeKind } from '../../shared/notices/wording-rules.ts';
import source from './cases.json' with { type: 'json' };

/** A notice as somebody could get it: invented people, dates counted by the rules of one of the landlords. */
export interface Case {
  kind: NoticeKind;
  /** what it is a case of */
  name: string;
  /** what its files are called by after its kind; a number where absent */
  suffix?: string;
  values: Record<string, string>;
  about?: Omit<Partial<About>, 'reference' | 'ombudsmen'>;
}

/** Cases of every kind; several where the wording branches. */
const cases: readonly Case[] = source.map(({ kind, name, values, about }) => {
  if (!isNoticeKind(kind)) throw new Error(`cases.json names ${kind}, which is no kind of notice`);
  return {
    kind,
    name,
    values: values as Record<string, string>,
    ...(about && { about: about as Case['about'] }),
  };
}) as Case[];

/** The cases of a landlord: of each kind one too in every language that it is worded in. */
export function casesFor(landlord: string, worded = languagesOf): readonly Case[] {
  return cases.flatMap((each, index) => {
    const ofKind = cases.filter(({ kind }) => kind === each.kind);
    const [first = each] = ofKind;
    if (cases.indexOf(ofKind.at(-1) ?? each) !== index) return [each];
    const shown = ofKind.map(({ about }) => about?.language);
    const more = worded(each.kind, landlord).filter((language) => !shown.includes(language));
    return [each, ...more.map((language) => inLanguage(first, language))];
  });
}

function inLanguage(first: Case, language: Language): Case {
  return {
    ...first,
    suffix: language,
    name: `to somebody who reads ${languageNames[language]}`,
    about: { ...first.about, language },
  };
}

/** Whom the letters and calls of every case go to. */
export const reader = {
  name: 'Amira Khan',
  address: 'Flat 6, Orchard Court, 12 Mill Lane, Thornbury Vale TV1 4QB',
  phone: '01632 960455',
  safeContact: 'Call after 6 in the evening. Her brother must not hear of it.',
};
