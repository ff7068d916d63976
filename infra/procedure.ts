import {
  type Move,
  type MovedBy,
  moves,
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
  GiveUpdate: 'Give the resident an update',
  NoteContact: 'Note a call or a visit',
  RecordCorrespondence: 'Record a letter or a mail',
  AskQuestion: 'Ask a question',
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
};

const table = Object.entries(moves) as [MovedBy, Record<Status, Move>][];

/** A change of status: by which command, from where and to where. */
interface Step {
  from: Status;
  to: Status;
  by: MovedBy;
}

/** The page for complaint officers about what may be done with a complaint when, from the table that decides it. */
export function buildProcedure(): string {
  return `${[
    '# What may be done with a complaint, and when',
    'This page is generated from the table that the software decides by (`shared/domain/moves.ts`). Do not edit it: run `npm run generate`.',
    'It tells what the status of a complaint allows. What is allowed here may still be refused for another reason, such as a date that has passed, a point without reasons or an approval that is missing; the refusal then says so.',
    '## Statuses',
    'Every complaint begins as received. Answering it does not close it: the actions that were promised are followed to their end. A complaint that is reopened has the status that it had before it was closed or withdrawn.',
    [
      '```mermaid',
      'stateDiagram-v2',
      '  [*] --> received: A complaint is received',
      ...drawSteps(),
      '```',
    ].join('\n'),
    '## Commands',
    `✓ means that it may be done and the status stays as it is; “→” is followed by the status afterwards; “no” by the reason, which the next table explains.`,
    drawTable(
      ['command', ...statuses],
      table.map(([command, row]) => [
        nameCommand(command),
        ...statuses.map((status) => writeMove(row[status])),
      ]),
    ),
    '## Why not',
    drawTable(
      ['reason', 'what it means'],
      reasonsGiven().map((why) => [writeReason(why), whyNot[why]]),
    ),
  ].join('\n\n')}\n`;
}

function drawSteps(): string[] {
  return listSteps().map(({ from, to, by }) => `  ${from} --> ${to}: ${words[by]}`);
}

function listSteps(): Step[] {
  return table.flatMap(([by, row]) =>
    statuses.flatMap((from) => leadsTo(row[from], from).map((to) => ({ from, to, by }))),
  );
}

/** Where a move may leave a complaint that is now in another status; nowhere where it stays or is refused. */
function leadsTo(move: Move, from: Status): Status[] {
  if ('refused' in move || move.to === 'same') return [];
  return move.to === 'as-before' ? statusesBefore(from) : [move.to];
}

/** The statuses from which a complaint can have come to one. */
function statusesBefore(status: Status): Status[] {
  const comesFrom = (before: Status) =>
    table.some(([, row]) => {
      const move = row[before];
      return 'to' in move && move.to === status;
    });
  return statuses.filter(comesFrom);
}

function reasonsGiven(): WhyNot[] {
  const given = new Set(
    table.flatMap(([, row]) =>
      Object.values(row).flatMap((move) => ('refused' in move ? [move.refused] : [])),
    ),
  );
  return (Object.keys(whyNot) as WhyNot[]).filter((why) => given.has(why));
}

function nameCommand(command: MovedBy): string {
  return `${words[command]} (\`${command}\`)`;
}

function writeMove(move: Move): string {
  if ('refused' in move) return `no: ${writeReason(move.refused)}`;
  return move.to === 'same' ? '✓' : `→ ${move.to.replaceAll('-', ' ')}`;
}

function writeReason(why: WhyNot): string {
  return why.replaceAll('-', ' ');
}

function drawTable(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
