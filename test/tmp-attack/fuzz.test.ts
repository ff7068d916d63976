import { expect, it } from 'vitest';
import { followedBody } from '../../shared/contracts/access-view.ts';
import { complaintBody } from '../../shared/contracts/staff-complaint.ts';
import { changedBody } from '../../shared/contracts/staff.ts';
import { escalatedBody } from '../../shared/contracts/resident-escalation.ts';
import type { Complaint } from '../../shared/domain/complaint.ts';
import { pointsInPlay } from '../../shared/domain/complaint.ts';
import { nextWake } from '../../shared/domain/commands/time-passed.ts';
import { composeNotice } from '../../shared/notices/compose.ts';
import { ombudsmanInForce } from '../../shared/domain/ombudsman.ts';
import { londonDateOf } from '../../shared/domain/london-time.ts';
import { describeForResident } from '../../shared/use-cases/resident-view.ts';
import { describeChange, describeForStaff } from '../../shared/use-cases/staff-view.ts';
import { owe } from '../../shared/domain/sending.ts';
import { fold } from '../support/complaints.ts';
import { Dice } from '../domain/histories/dice.ts';
import { begin, takeStep } from '../domain/histories/lived.ts';

const problems = new Map<string, string[]>();
const blame = (what: string, where: string) => problems.set(what, [...(problems.get(what) ?? []), where]);
const texts = new Map<string, string>(Array.from({ length: 1000 }, (_, n) => [`text-${n}`, `T${n}.`]));
let most = 0;

function run(seed: number, length: number) {
  const dice = new Dice(seed);
  const { temper, now, decisions } = begin(dice);
  const received = decisions.at(-1);
  if (received?.type !== 'Accepted') throw new Error('x');
  let complaint: Complaint = fold(received.events);
  let at = now;
  const notices: ReturnType<typeof owe>[] = [];
  const shownAllowed = new Set<string>();
  for (let step = 0; step < length; step++) {
    const { command, decision, context } = takeStep(dice, temper, complaint, at);
    at = context.now;
    const where = `seed ${seed} step ${step} ${command.type}`;
    if (decision.type === 'Refused') continue;
    const before = complaint;
    complaint = decision.events.length ? fold(decision.events, complaint) : complaint;
    const writes = 1 + decision.events.length + decision.notices.length + 1;
    most = Math.max(most, writes);
    if (writes > 95) blame('writes', `${where} ${writes}`);
    if (JSON.stringify(complaint).length > 300_000) blame('size', where);
    for (const event of decision.events)
      if (event.type === 'ResponseSent')
        for (const { reasons, remedy } of pointsInPlay(before)) {
          if (reasons) shownAllowed.add(`T${reasons.id.slice(5)}.`);
          if (remedy && remedy !== 'none') shownAllowed.add(`T${remedy.id.slice(5)}.`);
        }
    for (const notice of decision.notices) {
      notices.push({ ...owe(notice, { type: 'complaint', reference: complaint.reference }, at), status: 'accepted' } as never);
      try {
        const values: Record<string, string> = { ...notice.values };
        for (const [name, id] of Object.entries(notice.texts ?? {})) values[name] = texts.get(id) ?? `T-${id}`;
        for (const name of Object.keys(notice.people ?? {})) values[name] = 'Leila Haddad';
        if (notice.kind === 'question' || notice.kind === 'access-link') values.link = 'https://x.example/#t';
        const ombudsmen = context.policy.ombudsmen.map((id) => ombudsmanInForce(context.ombudsmen, id, londonDateOf(at)));
        const { subject, text } = composeNotice({ kind: notice.kind, values }, context.policy, { reference: complaint.reference, ombudsmen });
        if (/undefined|\{\{|NaN|\[object|null/.test(subject + text)) blame('words', `${where} ${notice.kind} ${text.match(/.{20}(undefined|\{\{|NaN|\[object|null).{20}/)?.[0]}`);
        if (/  /.test(text)) blame('double space', `${where} ${notice.kind}`);
        if (complaint.stage === 2 && notice.recipient.type === 'complainant' && /ask for stage 2/.test(text)) blame('stage 2 offered at stage 2', `${where} ${notice.kind}`);
      } catch (error) {
        blame(`render ${notice.kind}: ${(error as Error).message}`, where);
      }
    }
    try {
      const after = { ...context, policy: context.versions.versions.map((v) => ({ landlord: context.versions.landlord, ...v })).findLast((v) => v.effectiveFrom <= (complaint.escalation?.policyEffectiveFrom ?? complaint.policyEffectiveFrom)) ?? context.policy };
      nextWake(complaint, after as never);
      const view = describeForResident(complaint, texts, notices as never, after as never);
      const parsed = followedBody.safeParse(view);
      if (!parsed.success) blame(`resident contract ${JSON.stringify(parsed.error.issues).slice(0, 200)}`, where);
      const json = JSON.stringify(view);
      if (/undefined|"(colleague|handler|manager|reviewer|director|accused|leaver|stranger)"/.test(json)) blame('view names', where);
      for (const point of view.points)
        for (const outcome of [point, point.stage1 ?? {}] as { reasons?: string; remedy?: string; finding?: string }[]) {
          if (outcome.reasons && !shownAllowed.has(outcome.reasons)) blame('draft shown', `${where} ${point.id} stage ${complaint.stage} ${complaint.status}`);
        }
      if (complaint.stage === 2 && complaint.respondedOn) for (const p of view.points) if (!('finding' in p)) blame('point without answer', `${where} ${p.id}`);
      const staff = complaintBody.safeParse(describeForStaff({ stored: { complaint, version: 1, head: 'h' }, personal: undefined, texts }));
      if (!staff.success) blame(`staff contract ${JSON.stringify(staff.error.issues).slice(0, 300)}`, where);
      const changed = changedBody.safeParse(describeChange(complaint));
      if (!changed.success) blame('changed contract', where);
    } catch (error) {
      blame(`view: ${(error as Error).stack?.slice(0, 300)}`, where);
    }
  }
}

it('fuzz', { timeout: 400_000 }, () => {
  const from = Number(process.env.FROM ?? 1);
  for (let seed = from; seed < from + Number(process.env.N ?? 60); seed++) {
    try { run(seed, 90); } catch (error) { blame(`throws ${(error as Error).stack?.slice(0, 400)}`, `seed ${seed}`); }
  }
  for (const [what, where] of problems) console.log(where.length, what, where.slice(0, 3));
  console.log('most writes', most);
  void escalatedBody;
  expect([...problems.keys()]).toEqual([]);
});
