import {
  type Move,
  type MovedBy,
  moves,
  type Stage,
  type Status,
  statuses,
  type WhyNot,
  whyNot,
} from '../shared/contracts/procedure.ts';

/** Commands as people say them. */
const words: Record<MovedBy, string> = {
  Assign: 'Assign it to a handler',
  HandOver: 'Hand over a colleague’s work',
  AddPoints: 'Add points to its definition',
  Acknowledge: 'Acknowledge it',
  Draft: 'Draft the answer',
  ApproveResponse: 'Approve the draft',
  ReturnResponse: 'Return the draft to its authors',
  ReviewResponse: 'Review the answer after it was sent',
  Respond: 'Answer it',
  PrepareExtension: 'Prepare an extension',
  Extend: 'Extend the time for the answer',
  GiveNotice: 'Post a letter, or make a call, that is owed',
  GiveUpdate: 'Give the resident an update',
  NoteContact: 'Note a call or a visit',
  RecordCorrespondence: 'Record a letter or a mail',
  AskQuestion: 'Ask a question',
  AskResident: 'Ask the resident what is not clear',
  AnswerQuestion: 'Answer a question',
  SendMessage: 'Send a message, as the resident',
  TriageMessage: 'Say what a resident’s message is',
  AddAction: 'Promise an action',
  UpdateAction: 'Update an action',
  CompleteAction: 'Complete an action',
  CorrectDate: 'Correct a date',
  CorrectParty: 'Correct who complains or how they are reached',
  CorrectSubjects: 'Correct which of the staff it is about',
  Withdraw: 'Withdraw it',
  Close: 'Close it',
  Reopen: 'Reopen it',
  Exclude: 'Exclude it',
  AcceptAfterAll: 'Accept it after all',
  RaiseIssue: 'Raise another issue',
  Escalate: 'Ask for stage 2',
  RefuseEscalation: 'Refuse stage 2',
  AgreeUpdates: 'Agree how often to update the resident',
  ReplaceAction: 'Replace an action',
  OfferCompensation: 'Offer money',
  AnswerOffer: 'Say what the resident says to an offer',
  PayCompensation: 'Pay what was offered',
  ReferToInsurer: 'Pass a claim on to the insurer',
  CompleteHandover: 'Say that the insurer has the claim',
  RecordLearning: 'Record what was learnt',
  RecordOmbudsmanRequest: 'Record what an Ombudsman asks',
  AnswerOmbudsman: 'Answer an Ombudsman',
  RecordDetermination: 'Record what an Ombudsman decided',
  MeetOrder: 'Meet an order of an Ombudsman',
  AgreeAdjustment: 'Agree on an adjustment',
  ReviewAdjustment: 'Review an adjustment',
  RestrictContact: 'Limit contact',
  ReviewRestriction: 'Review a limit to contact',
  NameSupporter: 'Name who supports the resident',
  Triage: 'Record what was found out at the door',
  RecordConsent: 'Record consent to a representative',
  InstructCopies: 'Record who gets copies',
  DeclareConflict: 'Declare a conflict of interest',
  LeaveComplaint: 'Let one of several leave it',
  ExcludePoints: 'Exclude points of it',
  AcceptPoints: 'Accept points after all',
  Merge: 'Merge another complaint into it',
  BeMerged: 'Merge it into another complaint',
  Link: 'Link it to another complaint',
  SetSafeContact: 'Obey the resident’s record',
};

type Row = Record<Status, Move>;

const stages = [1, 2] as const;
const tableOf = (stage: Stage) => Object.entries(moves[stage]) as [MovedBy, Row][];
const atStage1 = tableOf(1);
/** What is otherwise at stage 2. */
const atStage2 = tableOf(2).filter(
  ([command, row]) => JSON.stringify(row) !== JSON.stringify(moves[1][command]),
);

/** Where a complaint stands. */
interface Place {
  stage: Stage;
  status: Status;
}

/** A change of place: by which command, from where and to where. */
interface Step {
  from: Place;
  to: Place;
  by: MovedBy;
}

/** The page for complaint officers about what may be done with a complaint when, from the table that decides it. */
export function buildProcedure(): string {
  return `${[
    '# What may be done with a complaint, and when',
    'This page is generated from the table that the software decides by (`shared/domain/moves.ts`). Do not edit it: run `npm run generate`.',
    'It tells what the stage and the status of a complaint allow. What is allowed here may still be refused for another reason, such as a date that has passed, a point without reasons or an approval that is missing; the refusal then says so.',
    '## Statuses',
    'Every complaint begins at stage 1 as received. Answering it does not close it: the actions that were promised are followed to their end. A complaint that is reopened has the status that it had before it was closed or withdrawn, and one whose request for stage 2 is refused goes back to where it was at stage 1.',
    [
      '```mermaid',
      'stateDiagram-v2',
      ...places
        .filter(({ stage }) => stage === 2)
        .map((place) => `  state "${place.status}, stage 2" as ${nameOf(place)}`),
      '  [*] --> received: A complaint is received',
      ...steps.map(({ from, to, by }) => `  ${nameOf(from)} --> ${nameOf(to)}: ${words[by]}`),
      '```',
    ].join('\n'),
    '## Commands',
    `✓ means that it may be done and the status stays as it is; “→” is followed by the status afterwards, and by the stage where that is another; “no” by the reason, which the last table explains.`,
    drawMoves('stage 1', atStage1),
    'At stage 2 everything is as at stage 1, but for these:',
    drawMoves('stage 2', atStage2),
    '## Why not',
    drawTable(
      ['reason', 'what it means'],
      reasonsGiven().map((why) => [writeReason(why), whyNot[why]]),
    ),
  ].join('\n\n')}\n`;
}

/** Each place that a complaint can come to, and each step that leads there. */
const { places, steps } = walk([{ stage: 1, status: 'received' }]);

function walk(places: Place[]): { places: Place[]; steps: Step[] } {
  const steps = stages.flatMap((stage) =>
    tableOf(stage).flatMap(([by, row]) =>
      statuses
        .map((status) => ({ stage, status }))
        .filter((from) => isAmong(places, from))
        .flatMap((from) => leadsTo(row[from.status], from).map((to) => ({ from, to, by }))),
    ),
  );
  const found = steps.map(({ to }) => to).find((to) => !isAmong(places, to));
  return found ? walk([...places, found]) : { places, steps };
}

function isAmong(places: Place[], { stage, status }: Place): boolean {
  return places.some((each) => each.stage === stage && each.status === status);
}

/** Where a move may leave a complaint that is now in another place; nowhere where it stays or is refused. */
function leadsTo(move: Move, from: Place): Place[] {
  if ('refused' in move || move.to === 'same') return [];
  const stage = move.stage ?? from.stage;
  const reached = move.to === 'as-before' ? statusesBefore(from, stage) : [move.to];
  return reached.map((status) => ({ stage, status }));
}

/** The statuses of a stage from which a complaint can have come to a place. */
function statusesBefore(place: Place, stage: Stage): Status[] {
  const comesFrom = (before: Status) =>
    tableOf(stage).some(([, row]) => {
      const move = row[before];
      return 'to' in move && move.to === place.status && (move.stage ?? stage) === place.stage;
    });
  return statuses.filter(comesFrom);
}

function nameOf({ stage, status }: Place): string {
  return stage === 1 ? status : `${status}2`;
}

function reasonsGiven(): WhyNot[] {
  const given = new Set(
    [...atStage1, ...atStage2].flatMap(([, row]) =>
      Object.values(row).flatMap((move) => ('refused' in move ? [move.refused] : [])),
    ),
  );
  return (Object.keys(whyNot) as WhyNot[]).filter((why) => given.has(why));
}

function drawMoves(head: string, table: [MovedBy, Row][]): string {
  return drawTable(
    [head, ...statuses],
    table.map(([command, row]) => [
      `${words[command]} (\`${command}\`)`,
      ...statuses.map((status) => writeMove(row[status])),
    ]),
  );
}

function writeMove(move: Move): string {
  if ('refused' in move) return `no: ${writeReason(move.refused)}`;
  if (move.to === 'same') return '✓';
  return `→ ${move.to.replaceAll('-', ' ')}${move.stage ? `, stage ${move.stage}` : ''}`;
}

function writeReason(why: WhyNot): string {
  return why.replaceAll('-', ' ');
}

function drawTable(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
