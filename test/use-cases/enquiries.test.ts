import { describe, expect, it } from 'vitest';
import type { EnquiryCommand } from '../../shared/domain/enquiries/decide.ts';
import { isReference, type Reference } from '../../shared/domain/reference.ts';
import { staffId } from '../../shared/domain/staff.ts';
import { applyEventToNotice } from '../../shared/use-cases/apply-mail-event.ts';
import { handleEnquiry } from '../../shared/use-cases/handle-enquiry.ts';
import { type EnquiryIntake, takeDownEnquiry } from '../../shared/use-cases/log-enquiry.ts';
import { residentIdOf } from '../../shared/use-cases/record-ids.ts';
import { referenceNumber } from '../support/complaints.ts';
import { person } from '../support/people.ts';
import { policyOf } from '../support/rules.ts';
import { World } from '../support/world.ts';

const sam = { name: 'Sam Okoro', email: 'sam.okoro@example.com' };
const request: EnquiryIntake = {
  kind: 'service-request',
  channel: 'phone',
  enquirer: sam,
  description: 'The tap drips.',
};

async function logIn(world: World, change: Partial<EnquiryIntake> = {}): Promise<Reference> {
  const result = await takeDownEnquiry(
    world.ports,
    policyOf('day-zero'),
    { ...request, ...change },
    undefined,
    (enquiry) => ({ status: 201, body: enquiry.reference }),
  );
  if (result.type !== 'answered' || !isReference(result.body)) throw new Error(result.type);
  return result.body;
}

function give(world: World, reference: Reference, command: EnquiryCommand, revision = 1) {
  return handleEnquiry(world.ports, {
    token: {
      ...{ id: staffId('hana'), name: undefined, email: undefined },
      ...{ roles: ['handler'], landlords: ['day-zero'] },
    },
    reference,
    revision,
    key: { scope: 'staff#hana', key: `${command.type}-${revision}` },
    requestHash: 'hash',
    people: [staffId('leila')],
    build: () => command,
    answer: () => ({ status: 200, body: '' }),
  });
}

const resolve = { type: 'ReviewRequest', by: staffId('hana'), outcome: 'resolved' } as const;
const owner = (reference: Reference) => ({ type: 'enquiry', reference }) as const;

describe('mail about what is no complaint', () => {
  it('goes to whoever asked, tagged so that what becomes of it is found again', async () => {
    const world = new World('2026-12-16T10:00:00Z');
    const reference = await logIn(world);
    expect(await world.send()).toMatchObject({ accepted: 1, setAside: 0 });
    expect(world.inbox).toMatchObject([
      {
        to: sam.email,
        fromName: 'Larkfield Retirement Homes',
        tags: { enquiry: reference, notice: 'service-request-receipt', attempt: '1' },
        content: { subject: `We have your request ${reference}` },
      },
    ]);
    expect(world.inbox[0]?.content.text).toContain('Housing Ombudsman');
  });

  it('that bounces changes its notice and nothing else', async () => {
    const world = new World('2026-12-16T10:00:00Z');
    const reference = await logIn(world);
    await world.send();
    const before = await world.enquiries.load(reference);
    const id = 'service-request-receipt';
    const event = {
      owner: owner(reference),
      id,
      outcome: 'bounced',
      messageId: 'm-1',
      at: world.now,
    } as const;
    expect(await applyEventToNotice(world.ports, event)).toMatchObject({ result: 'applied' });
    expect(await world.noticeOf(owner(reference), id)).toMatchObject({ status: 'bounced' });
    expect(await world.enquiries.load(reference)).toEqual(before);
  });

  it('goes nowhere by itself where a note says how to make contact', async () => {
    const world = new World('2026-12-16T10:00:00Z');
    await logIn(world, { enquirer: { ...sam, safeContact: 'No mail: it is read by somebody else.' } });
    await logIn(world, { enquirer: { ...sam, preferredChannel: 'phone' } });
    await world.send();
    expect(world.inbox).toEqual([]);
  });

  it('tells a compliment in its own words to the person, or to their team’s leader', async () => {
    const world = new World('2026-12-16T10:00:00Z');
    await world.register.save(person('leila', { name: 'Leila Haddad' }));
    const reference = await logIn(world, { kind: 'compliment', description: 'Leila was kind.' });
    const pass = { type: 'PassOn', by: staffId('hana') } as const;
    await give(world, reference, { ...pass, to: { person: staffId('leila') } });
    await give(world, reference, { ...pass, to: { team: 'repairs' } }, 2);
    await world.send();
    const told = world.inbox.map(({ to, content }) => [to, content.text.includes('Leila was kind.')]);
    expect(told.sort()).toEqual([
      ['complaints.lead@larkfield-homes.example', true],
      ['person-leila@landlord.example', true],
      [sam.email, false],
    ]);
  });
});

describe('a sweep', () => {
  it('reminds staff of a review at its very instant, once, beside the complaints', async () => {
    const world = new World('2026-12-16T10:00:00Z');
    const reference = await logIn(world);
    expect(await world.sweep('2026-12-29T08:59:59.999Z')).toMatchObject({ due: 0 });
    expect(await world.sweep('2026-12-29T09:00:00Z')).toMatchObject({ due: 1, alerts: 1, setAside: 0 });
    expect(await world.sweep('2026-12-29T09:00:00Z')).toMatchObject({ due: 0 });
    const id = 'service-request-review_2027-01-04_-3_handler';
    expect(await world.noticeOf(owner(reference), id)).toMatchObject({ status: 'pending' });
    expect((await world.enquiries.load(reference))?.revision).toBe(1);
  });

  it('leaves alone what was resolved, and its reminder is not sent any more', async () => {
    const world = new World('2026-12-16T10:00:00Z');
    const reference = await logIn(world);
    await world.send();
    await world.sweep('2026-12-29T09:00:00Z');
    expect((await give(world, reference, resolve)).type).toBe('answered');
    expect(await world.send('2026-12-29T09:01:00Z')).toMatchObject({ accepted: 0, cancelled: 1 });
    expect(await world.sweep('2027-02-01T09:00:00Z')).toMatchObject({ due: 0 });
  });

  it('sets an enquiry aside that cannot be handled, and goes on', async () => {
    const world = new World('2026-12-16T10:00:00Z');
    const poison = await logIn(world);
    await logIn(world);
    const { load } = world.enquiries;
    world.enquiries.load = (reference) =>
      reference === poison ? Promise.reject(new Error('unreadable')) : load(reference);
    expect(await world.sweep('2026-12-29T09:00:00Z')).toMatchObject({ due: 2, alerts: 1, setAside: 1 });
    expect(world.problems).toMatchObject([{ about: `enquiry ${poison}` }]);
    world.enquiries.load = load;
    expect(await world.sweep('2026-12-29T09:59:59.999Z')).toMatchObject({ due: 0 });
    expect(await world.sweep('2026-12-29T10:00:00Z')).toMatchObject({ due: 1, alerts: 1 });
  });
});

describe('a command about an enquiry', () => {
  it('is decided again where a reminder came between, which is nobody’s change', async () => {
    const world = new World('2026-12-16T10:00:00Z');
    const reference = await logIn(world);
    const { commit } = world.enquiries;
    let interfered = false;
    world.enquiries.commit = async (change) => {
      if (!interfered) {
        interfered = true;
        await world.sweep('2026-12-29T09:00:00Z');
      }
      return commit(change);
    };
    expect((await give(world, reference, resolve)).type).toBe('answered');
    expect(await world.enquiries.load(reference)).toMatchObject({
      status: 'resolved',
      history: [{ what: 'logged' }, { what: 'reminded' }, { what: 'reviewed' }],
    });
  });
});

describe('somebody whom mail could endanger, by their record', () => {
  const unsafe = async (world: World) =>
    world.records.saveResident({
      ...{ landlord: 'day-zero', id: residentIdOf('day-zero', sam) ?? 'nobody', revision: 1 },
      safeContact: { mayBeMailed: false, voicemail: 'no' },
      ...{ adjustments: [], disabilities: [], updatedAt: world.now },
    });

  it('gets no receipt of a request by mail', async () => {
    const world = new World('2026-12-16T10:00:00Z');
    await unsafe(world);
    const reference = await logIn(world);
    expect((await world.enquiries.load(reference))?.reachableByEmail).toBe(false);
    expect(await world.send()).toMatchObject({ accepted: 0, setAside: 0 });
  });

  it('gets none of the complaint that their request becomes', async () => {
    const world = new World('2026-12-16T10:00:00Z');
    const reference = await logIn(world);
    await world.send();
    await unsafe(world);
    const converted = await give(world, reference, {
      ...{ type: 'Convert', by: staffId('hana'), complaint: referenceNumber(77) },
      dissatisfiedAt: world.now,
    });
    expect(converted).toMatchObject({ type: 'answered' });
    expect((await world.store.load(referenceNumber(77)))?.complaint).toMatchObject({
      loggedBy: 'hana',
      reachableByEmail: false,
      unsafeToMail: true,
    });
    expect(await world.send()).toMatchObject({ accepted: 0 });
  });
});
