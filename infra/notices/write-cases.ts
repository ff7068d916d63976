import { landlords, ombudsmen } from '../../shared/landlords/landlords.ts';
import { type About, composeNotice } from '../../shared/notices/compose.ts';
import { composeCall } from '../../shared/notices/compose-call.ts';
import { composeLetter, type LetterTo } from '../../shared/notices/compose-letter.ts';
import { wordingOf } from '../../shared/notices/wording.ts';
import { isForStaff, isLetterKind, type NoticeKind } from '../../shared/notices/wording-rules.ts';
import { type Case, casesFor, reader } from './cases.ts';
import { fileOf } from './list-wordings.ts';

type Policy = Parameters<typeof composeNotice>[1];
type Rendered = ReturnType<typeof composeNotice>;

/** A case in every form that people get it in. */
export interface WrittenCase {
  kind: NoticeKind;
  name: string;
  /** unlike any other of the same landlord; names its files */
  id: string;
  forStaff: boolean;
  /** the landlord's own wording */
  isOwn: boolean;
  /** what it is worded in, where that is not English */
  language?: string | undefined;
  /** where its words stand */
  file: string;
  mail: Rendered;
  letter?: Rendered;
  call?: Rendered;
  /** the text of the default wording, where the landlord has its own */
  defaultText?: string;
}

/** The letters and the calls bear a day on which everything in the cases has happened. */
const today = '2027-02-02' as LetterTo['date'];
const postBy = '2027-02-04' as LetterTo['date'];

/** The newest policy of a landlord; undefined for one that is not there. */
export function policyOf(landlord: string): Policy | undefined {
  const policy = landlords.get(landlord);
  const version = policy?.versions.at(-1);
  return policy && version && { ...version, landlord: policy.landlord };
}

/** Every case in a landlord's name and wording. @throws Error naming the case that cannot be written */
export function* writeCases(policy: Policy): Generator<WrittenCase> {
  const written = new Map<NoticeKind, number>();
  for (const each of casesFor(policy.landlord)) {
    const count = (written.get(each.kind) ?? 0) + 1;
    written.set(each.kind, count);
    const id = count === 1 ? each.kind : `${each.kind}-${each.suffix ?? count}`;
    try {
      yield { id, ...writeCase(each, policy) };
    } catch (error) {
      throw new Error(`${each.kind}, ${each.name}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
  }
}

/** What a default wording says in the first case of its kind, by the name of a file. */
export function defaultTexts(): Map<string, string> {
  const policy = policyOf('fifteen-day-window');
  if (!policy) throw new Error('the policy that the texts are written with does not ship');
  const cases = casesFor('');
  const first = cases.filter(({ kind }, index) => cases.findIndex((each) => each.kind === kind) === index);
  return new Map(
    first
      .toSorted((one, other) => (`${one.kind}.` < `${other.kind}.` ? -1 : 1))
      .map((each) => {
        return [each.kind, textOf(composeDefault(each, policy))];
      }),
  );
}

function writeCase({ kind, name, values, about: said }: Case, policy: Policy): Omit<WrittenCase, 'id'> {
  const about = aboutOf(kind, policy, said);
  const notice = { kind, values };
  const { name: worded, language } = wordingOf(kind, policy.landlord, said?.language);
  const isOwn = worded.includes('/');
  const isByHand = isLetterKind(kind);
  const { name: readerName, address, phone, safeContact } = reader;
  return {
    kind,
    name,
    forStaff: isForStaff(kind),
    isOwn,
    language,
    file: fileOf(worded),
    mail: composeNotice(notice, policy, about),
    ...(isByHand && {
      letter: composeLetter(notice, policy, about, { name: readerName, address, date: today, postBy }),
      call: composeCall(notice, policy, about, {
        name: readerName,
        phone,
        callBy: postBy,
        safeContact,
        language: said?.language,
      }),
    }),
    ...(isOwn &&
      language === undefined && { defaultText: textOf(composeDefault({ kind, name, values }, policy)) }),
  };
}

/** By the default wording: no landlord of that id has one of its own. */
function composeDefault({ kind, values }: Case, policy: Policy): Rendered {
  return composeNotice({ kind, values }, { ...policy, landlord: '' }, aboutOf(kind, policy));
}

/** A notice as plain text with its subject, which is a part of its wording. */
export function textOf({ subject, text }: Pick<Rendered, 'subject' | 'text'>): string {
  return `Subject: ${subject}\n\n${text}`;
}

function aboutOf(kind: NoticeKind, policy: Policy, said: Case['about'] = {}): About | undefined {
  if (kind.startsWith('calendar-') || kind === 'digest') return undefined;
  return {
    reference: '10000-0000Y' as About['reference'],
    ombudsmen: policy.ombudsmen.flatMap((id) => ombudsmen[id]?.at(-1) ?? []),
    ...said,
  };
}
