import type * as z from 'zod/mini';
import type { commandRoutes } from '../../shared/contracts/routes/commands.ts';
import type * as bodies from '../../shared/contracts/staff-commands.ts';
import type { Action } from '../../shared/domain/authorization.ts';
import type { StaffCommand } from '../../shared/domain/decide.ts';
import type { AlreadyGiven } from '../../shared/domain/giving.ts';
import type { Instant } from '../../shared/domain/london-time.ts';
import type { StaffId } from '../../shared/domain/staff.ts';
import type { TextRef } from '../../shared/domain/text.ts';

type Keep = (text: string) => TextRef;

/** What a command is put together from: who acts, what they sent, what the path names, and where texts are put aside. */
export interface Sent<Body> {
  by: StaffId;
  body: Body;
  params: Record<string, string>;
  keep: Keep;
}

interface Translation<Body> {
  action: Action;
  /** others whom the body names */
  people?: (body: Body) => (StaffId | undefined)[];
  command: (sent: Sent<Body>) => StaffCommand;
}

/** A correction stands apart: it reads the parties as they are. */
type Name = Exclude<keyof typeof commandRoutes, 'correct'>;
type BodyOf<Each extends Name> = z.infer<(typeof commandRoutes)[Each]['request']['body']>;
type Translations = { [Each in Name]: Translation<BodyOf<Each>> };

/** What each route of staff asks of the domain, and which right it takes. */
export const translations: Translations = {
  assign: {
    action: 'assign',
    people: ({ handler }) => [handler],
    command: ({ by, body: { happenedAt, handler, team } }) => ({
      type: 'Assign',
      by,
      happenedAt,
      handler,
      team,
    }),
  },
  acknowledge: {
    action: 'acknowledge',
    command: ({ by, body, keep }) => ({
      type: 'Acknowledge',
      by,
      ...given(body, keep),
      points: (body.points ?? []).map((point) => keepPoint(point, keep)),
    }),
  },
  addPoints: {
    action: 'add-points',
    command: ({ by, body, keep }) => ({
      type: 'AddPoints',
      by,
      happenedAt: body.happenedAt,
      points: body.points.map((point) => keepPoint(point, keep)),
    }),
  },
  draft: {
    action: 'draft',
    command: ({ by, body, keep }) => ({
      type: 'Draft',
      by,
      happenedAt: body.happenedAt,
      outcomes: body.outcomes.map(({ point, finding, reasons, remedy }) => ({
        point,
        ...(finding && { finding }),
        ...(reasons && { reasons: keep(reasons) }),
        ...(remedy && { remedy: 'text' in remedy ? keep(remedy.text) : ('none' as const) }),
      })),
    }),
  },
  approve: {
    action: 'approve',
    command: ({ by, body: { happenedAt, decision, comments }, keep }) => {
      const kept = comments === undefined ? undefined : keep(comments);
      if (decision === 'approve') return { type: 'ApproveResponse', by, happenedAt, comments: kept };
      if (decision === 'return' && kept) return { type: 'ReturnResponse', by, happenedAt, comments: kept };
      return { type: 'ReviewResponse', by, happenedAt, satisfied: decision === 'satisfied', comments: kept };
    },
  },
  respond: {
    action: 'respond',
    command: ({ by, body, keep }) => ({
      type: 'Respond',
      by,
      ...given(body, keep),
      datedOn: body.datedOn,
    }),
  },
  extend: {
    action: 'extend',
    command: ({ by, body, keep }) => ({ type: 'Extend', by, ...given(body, keep), ...keepWish(body, keep) }),
  },
  prepareExtension: {
    action: 'prepare-extension',
    command: ({ by, body, keep }) => ({
      type: 'PrepareExtension',
      by,
      happenedAt: body.happenedAt,
      ...keepWish(body, keep),
    }),
  },
  giveUpdate: {
    action: 'give-update',
    command: ({ by, body, keep }) => ({
      type: 'GiveUpdate',
      by,
      ...given(body, keep),
      text: keep(body.text),
    }),
  },
  noteContact: {
    action: 'note-contact',
    command: ({ by, body: { happenedAt, how, reached, note }, keep }) => ({
      type: 'NoteContact',
      by,
      happenedAt,
      how,
      reached,
      note: keep(note),
    }),
  },
  recordCorrespondence: {
    action: 'record-correspondence',
    command: ({ by, body: { happenedAt, direction, how, text }, keep }) => ({
      type: 'RecordCorrespondence',
      by,
      happenedAt,
      direction,
      how,
      text: keep(text),
    }),
  },
  askQuestion: {
    action: 'ask-question',
    people: ({ colleague }) => [colleague],
    command: ({ by, body: { happenedAt, colleague, contractor, question }, keep }) => ({
      type: 'AskQuestion',
      by,
      happenedAt,
      asked: colleague ? { staff: colleague } : { contractor: keep(contractor ?? '') },
      text: keep(question),
    }),
  },
  triageMessage: {
    action: 'triage-message',
    command: ({ by, body: { happenedAt, outcome, note }, params, keep }) => ({
      type: 'TriageMessage',
      by,
      happenedAt,
      message: params.message ?? '',
      outcome,
      note: note === undefined ? undefined : keep(note),
    }),
  },
  addAction: {
    action: 'add-action',
    people: ({ owner }) => [owner],
    command: ({ by, body: { happenedAt, description, owner, dueOn }, keep }) => ({
      type: 'AddAction',
      by,
      happenedAt,
      description: keep(description),
      owner,
      dueOn,
    }),
  },
  updateAction: {
    action: 'update-action',
    people: ({ owner }) => [owner],
    command: ({ by, body, params, keep }) => ({
      type: 'UpdateAction',
      by,
      ...given(body, keep),
      action: params.action ?? '',
      note: body.note === undefined ? undefined : keep(body.note),
      owner: body.owner,
      dueOn: body.dueOn,
    }),
  },
  completeAction: {
    action: 'complete-action',
    command: ({ by, body, params, keep }) => ({
      type: 'CompleteAction',
      by,
      ...given(body, keep),
      action: params.action ?? '',
      evidence: keep(body.evidence),
    }),
  },
  withdraw: {
    action: 'withdraw',
    command: ({ by, body, keep }) => ({
      type: 'Withdraw',
      by,
      ...given(body, keep),
      reason: body.reason === undefined ? undefined : keep(body.reason),
    }),
  },
  close: {
    action: 'close',
    command: ({ by, body, keep }) => ({
      type: 'Close',
      by,
      ...given(body, keep),
      reason: keep(body.reason),
    }),
  },
  reopen: {
    action: 'reopen',
    command: ({ by, body, keep }) => ({
      type: 'Reopen',
      by,
      ...given(body, keep),
      reason: keep(body.reason),
    }),
  },
};

interface GivenBody {
  happenedAt?: Instant | undefined;
  alreadyGiven?: { how: AlreadyGiven['how']; evidence: string } | undefined;
}

function given({ happenedAt, alreadyGiven }: GivenBody, keep: Keep) {
  return {
    happenedAt,
    alreadyGiven: alreadyGiven && { how: alreadyGiven.how, evidence: keep(alreadyGiven.evidence) },
  };
}

function keepPoint(
  {
    definition,
    outcomeSought,
    responsible,
  }: { definition: string; outcomeSought?: string | undefined; responsible: boolean },
  keep: Keep,
) {
  return {
    definition: keep(definition),
    outcomeSought: outcomeSought === undefined ? undefined : keep(outcomeSought),
    responsible,
  };
}

function keepWish(
  { newDueOn, reason, goodReason, updateEvery }: z.infer<typeof bodies.preparedExtensionBody>,
  keep: Keep,
) {
  return {
    newDueOn,
    reason: keep(reason),
    goodReason: goodReason === undefined ? undefined : keep(goodReason),
    updateEvery,
  };
}
