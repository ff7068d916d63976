import type * as z from 'zod/mini';
import type { answerRoutes } from '../../../shared/contracts/routes/commands/answer.ts';
import type { preparedExtensionBody } from '../../../shared/contracts/staff-commands/answer.ts';
import type { Wish } from '../../../shared/domain/extension-rules.ts';
import { given, type Keep, keepIfSent, type Translations } from './translation.ts';

/** How staff answer a complaint, put the answer off, and see to what was promised. */
export const answer: Translations<typeof answerRoutes> = {
  draft: {
    action: 'draft',
    command: ({ by, body, keep }) => ({
      type: 'Draft',
      by,
      happenedAt: body.happenedAt,
      outcomes: body.outcomes.map(({ point, finding, reasons, remedy, remedies }) => ({
        point,
        ...(finding && { finding }),
        ...(reasons && { reasons: keep(reasons) }),
        ...(remedy && { remedy: 'text' in remedy ? keep(remedy.text) : ('none' as const) }),
        ...(remedies && { remedies }),
      })),
    }),
  },
  approve: {
    action: 'approve',
    command: ({ by, body: { happenedAt, decision, comments }, keep }) => {
      const kept = keepIfSent(comments, keep);
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
      notDiscussed: keepIfSent(body.notDiscussed, keep),
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
      note: keepIfSent(body.note, keep),
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
      forAll: body.forAll,
      reason: keepIfSent(body.reason, keep),
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

function keepWish(
  { newDueOn, reason, goodReason, updateEvery, residentAgreed }: z.infer<typeof preparedExtensionBody>,
  keep: Keep,
): Wish {
  return {
    newDueOn,
    reason: keep(reason),
    goodReason: keepIfSent(goodReason, keep),
    updateEvery,
    residentAgreed,
  };
}
