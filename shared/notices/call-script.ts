import { type CivilDate, describeDate } from '../domain/civil-date.ts';
import { isLanguage, languageNames } from '../domain/languages.ts';
import type { RenderedNotice } from '../domain/notices.ts';
import script from './call-script.md';
import { writePage } from './page.ts';
import { type ReadNotice, readNotice } from './render.ts';
import { script as style } from './styles.ts';

interface Called {
  name: string;
  phone?: string | undefined;
  callBy?: CivilDate | undefined;
  safeContact?: string | undefined;
  voicemail?: 'yes' | 'no' | 'unknown' | undefined;
  language?: string | undefined;
}

/** The subject of what is read out is at this depth, and its own headings one below: those of the script are at 2. */
export const depthOfWords = 2;

/**
 * Writes what was read as a script: how to make contact safely first, then who must be there, then the words. Whoever else
 * answers, or hears a message, must learn nothing from it (Code 1.6, GDPR).
 */
export function writeCallScript(words: ReadNotice, to: Called, landlord: string): RenderedNotice {
  const { subject, text, body } = readNotice(
    script,
    {
      subject: words.subject,
      name: to.name,
      landlord,
      safeContact: to.safeContact ? `How it is safe to call: ${to.safeContact}` : '',
      interpreter: sayInterpreter(to.language),
      phone: sayPhone(to),
      ...sayVoicemail(to),
    },
    {},
    {
      words: {
        text: words.text,
        body: `<blockquote class="say">\n${belowSubject(words.body)}</blockquote>\n`,
      },
    },
  );
  return { subject, text, html: writePage(subject, body, {}, [style]) };
}

/** A subject is for the eye: it is the title of the script, and is not said. */
function belowSubject(body: string): string {
  const end = `</h${depthOfWords}>\n`;
  return body.slice(body.indexOf(end) + end.length);
}

function sayPhone({ phone, callBy }: Called): string {
  const by = callBy ? ` by ${describeDate(callBy)}` : '';
  if (phone) return `Call ${phone}${by}.`;
  const then = callBy ? ` The call is to be made${by}.` : '';
  return `No number is known. Find one in the record before anything else.${then}`;
}

/** What to do with a machine, and what is left where nobody is reached. */
function sayVoicemail({ voicemail, safeContact }: Called): { machine: string; message: string } {
  if (voicemail === 'yes') {
    const unless = safeContact ? ', unless what it says above about calling safely forbids it' : '';
    return {
      machine: `you may leave a message: their record allows it${unless}. Say your own name and a number to call back, and nothing else.`,
      message: 'Leave no message with anybody, and on a machine no more than your name and a number.',
    };
  }
  const because = voicemail === 'no' ? ': their record says so' : '';
  return {
    machine: `end the call. Leave no message${because}.`,
    message: 'Leave no message, with anybody or on a machine.',
  };
}

function sayInterpreter(language: string | undefined): string {
  if (!language || language === 'en') return '';
  const name = isLanguage(language) ? languageNames[language] : language;
  return `They speak ${name}. Have an interpreter on the line before you call. Never ask a relative, a friend or a child to interpret.`;
}
