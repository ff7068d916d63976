import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { createMailSender } from '../../shared/adapters/ses/mail-sender.ts';
import { complimentBody } from '../../shared/contracts/enquiries.ts';
import { intakeBody, intakeFields } from '../../shared/contracts/intake.ts';
import { applyEventToNotice } from '../../shared/use-cases/apply-mail-event.ts';
import { takeDownEnquiry } from '../../shared/use-cases/log-enquiry.ts';
import { requestLink } from '../../shared/use-cases/request-link.ts';
import { policyOf } from '../support/rules.ts';
import { World } from '../support/world.ts';

/**
 * Whoever fills in the public form may name anybody's address. What goes there by itself must be no means of writing to
 * them: it repeats nothing that was typed.
 */

const lead = 'canary.lead@example.com';
const replyTo = 'complaints@larkfield-homes.example';
const sender = 'no-reply@redress.example';

/** Every field of the form, each with words of its own wherever it takes words. */
const form = {
  complainant: {
    name: 'CANARY-name',
    email: lead,
    phone: 'CANARY-phone 01632',
    address: 'CANARY-address',
    preferredChannel: 'email' as const,
    safeContact: 'CANARY-safe-contact',
  },
  description: 'CANARY-description https://canary.example/pay',
  desiredOutcome: 'CANARY-outcome',
  issueOccurredOn: '2026-12-01',
  becameAwareOn: '2026-12-02',
  others: [{ name: 'CANARY-other', email: 'canary.other@example.com', phone: 'CANARY-other-phone' }],
  representative: {
    name: 'CANARY-speaker',
    email: 'canary.speaker@example.com',
    phone: 'CANARY-speaker-phone',
    relationship: 'CANARY-relationship',
    capacity: 'advocate' as const,
    consent: 'given' as const,
  },
  standing: 'resident' as const,
  tenure: 'social-rent' as const,
  hazards: ['gas' as const],
  vulnerabilities: ['child-under-5' as const],
  category: 'repairs' as const,
  adjustments: ['CANARY-adjustment'],
};

function newWorld() {
  const world = new World('2026-12-23T15:00:00Z');
  const client = new SESClient({ region: 'eu-west-2' });
  const ses = mockClient(client).on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
  world.answer = createMailSender(client, sender, 'redress');
  const written = () =>
    ses
      .commandCalls(SendRawEmailCommand)
      .map(({ args: [{ input }] }) => Buffer.from(input.RawMessage?.Data ?? []));
  return { world, written };
}

/** Everything that a mail says, to a machine and to whoever reads it, but the address that it goes to. */
async function sayAll(raw: Buffer): Promise<string> {
  const { to, headers, subject, text, html } = await PostalMime.parse(raw);
  expect(to).toHaveLength(1);
  const others = headers.filter(({ key }) => key !== 'to').map(({ value }) => value);
  const unfolded = raw
    .toString('latin1')
    .replaceAll('=\r\n', '')
    .replace(/^To: .*$/m, '');
  return [...others, subject, text, html, unfolded].join('\n');
}

async function expectNothingTyped(raws: Buffer[]) {
  for (const raw of raws) expect(await sayAll(raw)).not.toMatch(/canary/i);
}

describe('a complaint by the public form that nobody looks at', () => {
  it('mails whoever it names, and staff, nothing that was typed; and nobody else at all', async () => {
    const { world, written } = newWorld();
    const said = intakeBody.parse(form);
    await world.receiveOne({ ...said, channel: 'web-form' });
    await world.send();
    for (const day of ['2026-12-31', '2027-01-04', '2027-01-05', '2027-01-19']) {
      await world.sweep(`${day}T12:00:00Z`);
      await world.send();
    }
    expect(world.problems).toEqual([]);
    const toLead = world.inbox.filter(({ to }) => to === lead).map(({ content }) => content.subject);
    expect(toLead[0]).toMatch(/^We have your complaint/);
    expect(toLead.slice(1).every((subject) => subject.startsWith('We are sorry'))).toBe(true);
    expect(toLead.length).toBeGreaterThan(1);
    const readers = new Set(world.inbox.map(({ to }) => to));
    readers.delete(lead);
    expect([...readers].filter((to) => !to.endsWith('@larkfield-homes.example'))).toEqual([]);
    expect(readers.size).toBeGreaterThan(1);
    expect(written()).toHaveLength(world.inbox.length);
    await expectNothingTyped(written());
  });

  it('is tried with every field that there is', () => {
    expect(Object.keys(intakeFields).sort()).toEqual(
      [...Object.keys(form), 'group', 'tenancyEndedOn'].sort(),
    );
  });

  it('asks nobody to agree who was named as speaking for somebody, until staff ask', async () => {
    const { world } = newWorld();
    const { consent: _, ...representative } = form.representative;
    const said = intakeBody.parse({ ...form, representative });
    const reference = await world.receiveOne({ ...said, channel: 'web-form' });
    const kinds = (await world.store.notices(reference)).map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toEqual(['receipt', 'urgent-complaint']);
  });
});

describe('a compliment by the public form', () => {
  it('is thanked for without a word of it', async () => {
    const { world, written } = newWorld();
    const compliment = { complainant: form.complainant, text: 'CANARY-praise', about: 'CANARY-about' };
    const { complainant: enquirer, text: description, about } = complimentBody.parse(compliment);
    const intake = { kind: 'compliment', channel: 'web-form', enquirer, description, about } as const;
    await takeDownEnquiry(world.ports, policyOf('day-zero'), intake, undefined, () => ({
      status: 201,
      body: '',
    }));
    await world.send();
    expect(world.inbox.map(({ to }) => to)).toEqual([lead]);
    await expectNothingTyped(written());
    expect(Object.keys(complimentBody.shape).sort()).toEqual(Object.keys(compliment).sort());
  });
});

describe('a link that anybody may ask for', () => {
  it('goes to whoever complained, with nothing that was typed then or now', async () => {
    const { world, written } = newWorld();
    const reference = await world.receiveOne({ ...intakeBody.parse(form), channel: 'web-form' });
    await requestLink(world.ports, reference);
    await requestLink(world.ports, 'CANARY-reference');
    await world.send();
    expect(world.inbox.filter(({ to }) => to === lead)).toHaveLength(2);
    expect(world.inbox.map(({ content }) => content.subject)).toContain(
      `Your link to complaint ${reference}`,
    );
    await expectNothingTyped(written());
  });
});

describe('a robot that answers', () => {
  it('is told that mail is automatic, and answers nowhere where it becomes mail of ours', async () => {
    const { world, written } = newWorld();
    await world.receiveOne({ ...intakeBody.parse(form), channel: 'web-form' });
    await world.send();
    expect(written().length).toBeGreaterThan(1);
    for (const raw of written()) {
      const { headers, replyTo: answers, from } = await PostalMime.parse(raw);
      const told = Object.fromEntries(headers.map(({ key, value }) => [key, value]));
      expect(told).toMatchObject({
        'auto-submitted': 'auto-generated',
        // not `All`, which would suppress the report that a mail did not arrive
        'x-auto-response-suppress': 'OOF, AutoReply',
      });
      expect(told).not.toHaveProperty('precedence');
      expect(answers).toEqual([{ address: replyTo, name: '' }]);
      expect(from?.address).toBe(sender);
    }
  });

  it('causes no mail, though its answer looks like a bounce', async () => {
    const { world } = newWorld();
    const reference = await world.receiveOne();
    await world.send();
    await world.send('2026-12-23T15:01:00Z');
    const before = await world.notice(reference);
    expect(before.status).toBe('delivered');
    const about = { owner: before.owner, id: 'receipt', messageId: 'm-1' };
    const answer = { ...about, outcome: 'soft-bounced', at: world.now, acceptedAt: world.now } as const;
    for (let times = 0; times < 3; times++)
      expect(await applyEventToNotice(world.ports, answer)).toMatchObject({ result: 'nothing-new' });
    await world.send('2026-12-23T16:00:00Z');
    expect(world.inbox).toHaveLength(1);
    expect(await world.notice(reference)).toEqual(before);
  });
});
