import { describe, expect, it } from 'vitest';
import { civilDate } from '../../shared/domain/civil-date.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import { type CallTo, composeCall } from '../../shared/notices/compose-call.ts';
import { sample } from '../support/complaints.ts';
import { versionOf } from '../support/rules.ts';
import { ombudsmen, policy, valuesOf } from './compose-sample.ts';
import { noticeOf } from './sample-notices.ts';

const paid = {
  kind: 'compensation-paid',
  values: { paidOn: 'Friday 8 January 2027', amount: '£100.00' },
} as const;
const about = { reference: sample, ombudsmen };
const to: CallTo = { name: 'Miriam Whitlock', phone: '01632 960123' };

function scriptFor(more: Partial<CallTo> = {}) {
  return composeCall(paid, policy, about, { ...to, ...more });
}

describe('the script of a call', () => {
  it('begins with how it is safe to call, then who interprets', () => {
    const { text } = scriptFor({ safeContact: 'Only before noon.', language: 'pl' });
    expect(text).toMatch(
      /^Before you call\n-+\n\nHow it is safe to call: Only before noon\.\n\nThey speak Polish\./,
    );
    expect(text).toContain('Never ask a relative, a friend or a child to interpret.');
  });

  it.each([{}, { language: 'en' }])('names neither where there is none (%j)', (more) => {
    expect(scriptFor(more).text).toMatch(/^Before you call\n-+\n\nCall 01632 960123\./);
  });

  it('says a language by its code where its name is not known', () => {
    expect(scriptFor({ language: 'kw' }).text).toContain('They speak kw.');
  });

  it('without a number says to find one', () => {
    expect(scriptFor({ phone: undefined }).text).toContain('No number is known.');
  });

  it('says by when to call, with and without a number', () => {
    const callBy = civilDate('2027-01-11');
    expect(scriptFor({ callBy }).text).toContain('Call 01632 960123 by Monday 11 January 2027.');
    expect(scriptFor({ callBy, phone: undefined }).text).toContain(
      'No number is known. Find one in the record before anything else. The call is to be made by Monday 11 January 2027.',
    );
  });

  it.each<[Partial<CallTo>, string, string]>([
    [{}, 'end the call. Leave no message.', 'Leave no message, with anybody or on a machine.'],
    [
      { voicemail: 'no' },
      'end the call. Leave no message: their record says so.',
      'Leave no message, with anybody or on a machine.',
    ],
    [
      { voicemail: 'yes' },
      'you may leave a message: their record allows it. Say your own name and a number to call back, and nothing else.',
      'Leave no message with anybody, and on a machine no more than your name and a number.',
    ],
    [
      { voicemail: 'yes', safeContact: 'Only before noon.' },
      'you may leave a message: their record allows it, unless what it says above about calling safely forbids it. Say your own name and a number to call back, and nothing else.',
      'Leave no message with anybody, and on a machine no more than your name and a number.',
    ],
  ])('says whether a message may be left (%j)', (more, machine, message) => {
    const { text } = scriptFor(more);
    expect(text).toContain(`A machine answers: ${machine}\n`);
    expect(text).toContain(`- ${message}\n`);
    expect(text.match(/Leave no message/gi)).toHaveLength(more.voicemail === 'yes' ? 1 : 2);
  });

  it('tells nothing before it is known who listens: not who calls, not why', () => {
    const { text } = scriptFor();
    const beforehand = text.slice(
      text.indexOf('When somebody answers'),
      text.indexOf('When you know that it is'),
    );
    expect(beforehand).toContain('ask for Miriam Whitlock');
    expect(beforehand).toContain('such as the first line of their address. Never tell it yourself.');
    expect(beforehand).toContain('Leave no message.');
    expect(beforehand).not.toContain(policy.name);
    expect(beforehand).not.toContain('10000-0000Y');
  });

  it('has the words of the notice once, without the greeting and the subject, which nobody says', () => {
    const { subject, text, html } = scriptFor();
    const notice = composeNotice(paid, policy, about);
    const [greeting = '', ...said] = notice.text.trim().split('\n\n');
    expect(greeting).toBe('Hello,');
    expect(text).not.toContain('Hello,');
    expect(subject).toBe(`On the phone: ${notice.subject}`);
    expect(text.split(said.join('\n\n'))).toHaveLength(2);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<blockquote class="say">\n<p>On Friday/g)).toHaveLength(1);
    expect(html.split(notice.subject)).toHaveLength(3);
  });

  it('is in the language of whoever calls, whatever the other reads', () => {
    const values = valuesOf(noticeOf('receipt'));
    const receipt = { kind: 'receipt', values } as const;
    const landlord = versionOf('code-2024');
    const reader = { ...about, language: 'cy' };
    expect(composeNotice(receipt, landlord, reader).text).toContain('Helo,');
    expect(composeCall(receipt, landlord, reader, to)).toEqual(composeCall(receipt, landlord, about, to));
  });

  it('asks whether they want it in writing, and says what to note and what to do when nobody answers', () => {
    const { text } = scriptFor();
    expect(text).toContain('Ask whether they want it in writing too');
    expect(text).toContain('Note it in the case today');
    expect(text).toContain('Try again at another time of day');
  });

  it('keeps typed words words', () => {
    const safeContact = '{{words}} <b>x</b>\n# heading';
    const { text, html } = scriptFor({ safeContact });
    expect(text).toContain(`How it is safe to call: ${safeContact}`);
    expect(html).toContain('{{words}} &lt;b&gt;x&lt;/b&gt;<br># heading');
  });
});
