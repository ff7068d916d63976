import type { CivilDate } from './civil-date.ts';
import { type Complaint, openObligation } from './complaint.ts';
import type { Context } from './decision.ts';
import type { EventOf } from './events.ts';
import type { Extension } from './extension.ts';
import { deadlineOf, owedUpdate } from './extension-rules.ts';
import { londonDateOf } from './london-time.ts';

/**
 * What becomes of an extension that was given: effective by the end of the day that it extends, too late after it (Code
 * 6.4, 6.15).
 *
 * @param givenOn the day on which its notice was accepted for delivery, posted or handed over
 */
export function settleExtension(
  complaint: Complaint,
  id: string,
  givenOn: CivilDate,
  context: Context,
): EventOf<'ExtensionTookEffect'> | EventOf<'ExtensionCameTooLate'> {
  const extension = extensionOf(complaint, id);
  if (givenOn > extension.extends) return comeTooLate(complaint, extension, context);
  return {
    type: 'ExtensionTookEffect',
    ...(complaint.stage === 2 && { stage: complaint.stage }),
    extension: id,
    deadline: deadlineOf(complaint, extension, context),
    ...firstUpdate(complaint, extension, givenOn, context),
  };
}

export function comeTooLate(
  complaint: Complaint,
  extension: Extension,
  context: Context,
): EventOf<'ExtensionCameTooLate'> {
  return {
    type: 'ExtensionCameTooLate',
    ...(complaint.stage === 2 && { stage: complaint.stage }),
    extension: extension.extension,
    deadline: deadlineOf(complaint, extension, context),
    ...firstUpdate(complaint, extension, londonDateOf(context.now), context),
  };
}

/** The first update that was agreed with it, unless updates are being given already or the answer comes before. */
function firstUpdate(
  complaint: Complaint,
  { updateEvery, newDueOn }: Extension,
  from: CivilDate,
  context: Context,
) {
  if (!updateEvery || openObligation(complaint, 'update')) return {};
  const update = owedUpdate(complaint, updateEvery, from, context);
  return update.dueOn < newDueOn ? { update } : {};
}

function extensionOf(complaint: Complaint, id: string): Extension {
  const found = complaint.extensions.find(({ extension }) => extension === id);
  if (!found) throw new Error(`complaint ${complaint.reference} has no extension ${id}`);
  return found;
}
