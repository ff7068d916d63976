import { type CivilDate, describeDate } from '../civil-date.ts';
import { type Complaint, openObligation } from '../complaint.ts';
import { explainDeadline } from '../deadline.ts';
import type { EventOf } from '../events.ts';
import type { NoticeKind, NoticeOwed } from '../notices.ts';
import { isOpen } from '../obligations.ts';
import type { Point } from '../points.ts';
import type { TextRef } from '../text.ts';
import { tasks } from './tasks.ts';

/** Notices by which a landlord tells a resident what its staff decided or did. */

type Words = Pick<NoticeOwed, 'values'> & { texts?: Record<string, string> };

function toResident(
  id: string,
  kind: NoticeKind,
  { values, texts = {} }: Words,
  reason?: NoticeOwed['reason'],
): NoticeOwed {
  return {
    id,
    kind,
    lane: 'statutory',
    recipient: { type: 'complainant' },
    ...(reason && { reason }),
    values,
    ...(Object.keys(texts).length > 0 && { texts }),
  };
}

/** Defines the complaint, and says when and why then the answer is due (Code 5.6, 5.7, 6.2). */
export function owedAcknowledgement(complaint: Complaint): NoticeOwed {
  const response = openObligation(complaint, 'stage-1-response');
  if (!response) throw new Error(`complaint ${complaint.reference} owes no response`);
  const points = listPoints(complaint.points, ({ responsible, outcomeSought }) => ({
    values: {
      responsibility: responsible
        ? 'We are responsible for this and will look into it.'
        : 'We are not responsible for this. We will tell you who is.',
      ...(!outcomeSought && { outcomeSought: 'You have not told us yet.' }),
    },
    texts: { outcomeSought },
  }));
  const owed = toResident('acknowledgement', 'acknowledgement', {
    values: {
      ...(!complaint.handler && { handlerName: 'our complaints team' }),
      responseDueOn: describeDate(response.dueOn),
      responseExplanation: explainDeadline(response),
      ...points.values,
    },
    texts: points.texts,
  });
  return complaint.handler ? { ...owed, people: { handlerName: complaint.handler } } : owed;
}

const findings = {
  upheld: 'We uphold this.',
  'partly-upheld': 'We uphold this in part.',
  'not-upheld': 'We do not uphold this.',
};

/** The answer with its seven parts (Code 6.9): stage, definition, decision, reasons, remedy, actions, how to go on. */
export function owedResponse(complaint: Complaint, on: CivilDate): NoticeOwed {
  const points = listPoints(complaint.points, ({ finding, reasons, remedy }) => ({
    values: {
      finding: finding ? findings[finding] : '',
      ...(remedy === 'none' && { remedy: 'There is nothing that we need to put right.' }),
    },
    texts: { reasons, remedy: remedy === 'none' ? undefined : remedy },
  }));
  const actions = openActions(complaint).map(({ description, dueOn }) => ({
    values: { dueOn: describeDate(dueOn) },
    texts: { description },
  }));
  const listed = list('actions', actions);
  return toResident('response', 'response', {
    values: { respondedOn: describeDate(on), ...points.values, ...listed.values },
    texts: { ...points.texts, ...listed.texts },
  });
}

/** Reason, new date, how it is counted; the Ombudsman's details stand in the template (Code 6.4, 6.5). */
export function owedExtension(requested: EventOf<'ExtensionRequested'>): NoticeOwed {
  const { extension, extends: dueOn, newDueOn, reason, goodReason, updateEvery } = requested;
  const every = updateEvery === 1 ? 'every working day' : `every ${updateEvery} working days`;
  return toResident(
    extension,
    'extension',
    {
      values: {
        dueOn: describeDate(dueOn),
        newDueOn: describeDate(newDueOn),
        ...(!goodReason && { goodReason: '' }),
        updates: updateEvery ? `Until then we will tell you how things stand ${every}.` : '',
      },
      texts: refs({ reason, goodReason }),
    },
    { obligation: 'stage-1-response', dueOn },
  );
}

export function owedUpdateNotice(complaint: Complaint, text: TextRef): NoticeOwed {
  const response = openObligation(complaint, 'stage-1-response');
  const next = openObligation(complaint, 'update');
  return toResident(`update_${complaint.eventCount}`, 'update', {
    values: {
      responseDate: response ? `We will answer your complaint by ${describeDate(response.dueOn)}.` : '',
      nextUpdate: next ? `We will write to you again by ${describeDate(next.dueOn)}.` : '',
    },
    texts: { text: text.id },
  });
}

export function owedActionChange(
  complaint: Complaint,
  action: { description: TextRef },
  dueOn: CivilDate,
  note: TextRef | undefined,
): NoticeOwed {
  return toResident(`action-changed_${complaint.eventCount}`, 'action-changed', {
    values: { dueOn: describeDate(dueOn), ...(!note && { note: '' }) },
    texts: refs({ description: action.description, note }),
  });
}

export function owedActionCompletion(
  complaint: Complaint,
  action: { description: TextRef },
  on: CivilDate,
): NoticeOwed {
  return toResident(`action-completed_${complaint.eventCount}`, 'action-completed', {
    values: { completedOn: describeDate(on) },
    texts: { description: action.description.id },
  });
}

/** That a complaint stopped, and that the way to the Ombudsman stays open. */
export function owedEnding(
  complaint: Complaint,
  kind: 'withdrawal' | 'closure',
  reason?: TextRef,
): NoticeOwed {
  return toResident(`${kind}_${complaint.eventCount}`, kind, {
    values: reason ? {} : { reason: '' },
    texts: refs({ reason }),
  });
}

export function owedReopening(complaint: Complaint, reason: TextRef): NoticeOwed {
  const promises = complaint.obligations
    .filter((each) => isOpen(each) && (each.id === each.kind || each.kind === 'action'))
    .map((each) => ({
      values: { task: tasks[each.kind].resident, explanation: explainDeadline(each) },
      texts: {},
    }));
  const listed = list('promises', promises);
  return toResident(`reopening_${complaint.eventCount}`, 'reopening', {
    values: listed.values,
    texts: refs({ reason }),
  });
}

function openActions({ actions, obligations }: Complaint) {
  return actions.flatMap(({ id, description }) => {
    const owed = obligations.find((each) => each.id === id && isOpen(each));
    return owed ? [{ description, dueOn: owed.dueOn }] : [];
  });
}

interface Part {
  values: Record<string, string>;
  texts: Record<string, TextRef | undefined>;
}

function listPoints(points: readonly Point[], describe: (point: Point) => Part) {
  const parts = points.map((point) => {
    const { values, texts } = describe(point);
    return { values, texts: { definition: point.definition, ...texts } };
  });
  return list('points', parts);
}

/** Names the values of a repeated part of a template: `points.0.definition`. */
function list(name: string, parts: readonly Part[]): Required<Words> {
  const values: Record<string, string> = {};
  const texts: Record<string, string> = {};
  parts.forEach((part, index) => {
    for (const [key, value] of Object.entries(part.values)) values[`${name}.${index}.${key}`] = value;
    for (const [key, id] of Object.entries(refs(part.texts))) texts[`${name}.${index}.${key}`] = id;
  });
  return { values, texts };
}

function refs(texts: Record<string, TextRef | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text ? [[name, text.id]] : [])));
}
