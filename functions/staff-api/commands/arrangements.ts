import type * as z from 'zod/mini';
import type { arrangementRoutes } from '../../../shared/contracts/routes/commands/arrangements.ts';
import type {
  adjustmentBody,
  restrictionBody,
} from '../../../shared/contracts/staff-commands/arrangements.ts';
import type { StaffCommand } from '../../../shared/domain/decide.ts';
import { given, keepIfSent, type Sent, type Translations } from './translation.ts';

/** How people reach each other. */
export const arrangements: Translations<typeof arrangementRoutes> = {
  agreeUpdates: {
    action: 'agree-updates',
    command: ({ by, body, keep }) => ({
      type: 'AgreeUpdates',
      by,
      ...given(body, keep),
      every: body.every,
    }),
  },
  adjust: { action: 'adjust', command: adjust },
  restrict: {
    action: 'restrict',
    people: (body) => (body.step === 'restrict' ? [body.contact] : []),
    command: restrict,
  },
  nameSupporter: {
    action: 'name-supporter',
    command: ({ by, body: { happenedAt, supporter }, keep }) => ({
      type: 'NameSupporter',
      by,
      happenedAt,
      supporter: keep(supporter),
    }),
  },
};

function adjust({ by, body, keep }: Sent<z.infer<typeof adjustmentBody>>): StaffCommand {
  const { note, reviewOn } = body;
  const common = { by, ...given(body, keep), note: keep(note), reviewOn };
  if (body.step === 'review') {
    const { adjustment, outcome } = body;
    return { type: 'ReviewAdjustment', ...common, adjustment, outcome };
  }
  const { kind, workingDays, disability } = body;
  return { type: 'AgreeAdjustment', ...common, kind, workingDays, disability: keepIfSent(disability, keep) };
}

function restrict({ by, roles, body, keep }: Sent<z.infer<typeof restrictionBody>>): StaffCommand {
  const common = { by, roles, ...given(body, keep), reviewOn: body.reviewOn };
  if (body.step === 'review') {
    const { restriction, outcome, note } = body;
    return { type: 'ReviewRestriction', ...common, restriction, outcome, note: keep(note) };
  }
  const { kind, method, agreed, contact, reason, equalityAct } = body;
  return {
    type: 'RestrictContact',
    ...common,
    kind,
    method,
    agreed,
    contact,
    reason: keep(reason),
    equalityAct: keep(equalityAct),
  };
}
