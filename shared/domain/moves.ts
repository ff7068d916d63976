import type { Status } from './statuses.ts';

/** Where a permitted command leaves the complaint. */
export type Move = { to: Status | 'same' | 'as-before' } | { refused: WhyNot };

/** Why a command cannot be given now, and what would make it possible. */
export const whyNot = {
  'acknowledge-first': 'The complaint must be acknowledged first.',
  'acknowledged-already': 'The complaint was acknowledged already; correct the date if it is wrong.',
  'answered-already': 'The stage 1 answer was given already.',
  'new-issue-after-answer':
    'The stage 1 answer was given already: log what was raised since as a new complaint (Code 6.8).',
  'not-answered': 'The stage 1 answer has not been given yet.',
  closed: 'The complaint is closed; reopen it first.',
  withdrawn: 'The resident withdrew the complaint; reopen it first.',
  'open-already': 'The complaint is open.',
} as const;
export type WhyNot = keyof typeof whyNot;

const stays: Move = { to: 'same' };
const to = (status: Status | 'as-before'): Move => ({ to: status });
const not = (why: WhyNot): Move => ({ refused: why });

const closed = not('closed');
const withdrawn = not('withdrawn');
const answered = not('answered-already');
/** While the answer is being worked out. */
const beforeAnswer = { received: stays, acknowledged: stays, responded: answered, closed, withdrawn };
/** As long as the complaint is open. */
const whileOpen = { received: stays, acknowledged: stays, responded: stays, closed, withdrawn };
/** Whatever becomes of the complaint: a record of what happened is never refused for its state. */
const always = { received: stays, acknowledged: stays, responded: stays, closed: stays, withdrawn: stays };

/** Every command of staff and residents in every status: permitted and where to, or why not. */
// biome-ignore format: a table is read by its columns
export const moves = {
  //                    received                       acknowledged                   responded                      closed    withdrawn
  Assign:             whileOpen,
  HandOver:           always,
  AddPoints:          { received: stays,               acknowledged: stays,           responded: not('new-issue-after-answer'), closed, withdrawn },
  Acknowledge:        { received: to('acknowledged'),  acknowledged: not('acknowledged-already'), responded: answered, closed, withdrawn },
  Draft:              beforeAnswer,
  ApproveResponse:    beforeAnswer,
  ReturnResponse:     beforeAnswer,
  ReviewResponse:     { received: not('not-answered'), acknowledged: not('not-answered'), responded: stays,          closed: stays, withdrawn },
  Respond:            { received: to('responded'),     acknowledged: to('responded'), responded: answered,           closed,   withdrawn },
  PrepareExtension:   { received: not('acknowledge-first'), acknowledged: stays,      responded: answered,           closed,   withdrawn },
  Extend:             { received: not('acknowledge-first'), acknowledged: stays,      responded: answered,           closed,   withdrawn },
  GiveUpdate:         whileOpen,
  NoteContact:        always,
  RecordCorrespondence: always,
  AskQuestion:        beforeAnswer,
  AnswerQuestion:     always,
  SendMessage:        always,
  TriageMessage:      always,
  AddAction:          whileOpen,
  UpdateAction:       whileOpen,
  CompleteAction:     whileOpen,
  CorrectDate:        whileOpen,
  CorrectParty:       always,
  CorrectSubjects:    always,
  Withdraw:           { received: to('withdrawn'),     acknowledged: to('withdrawn'), responded: answered,           closed,   withdrawn },
  Close:              { received: to('closed'),        acknowledged: to('closed'),    responded: to('closed'),       closed,   withdrawn },
  Reopen:             { received: not('open-already'), acknowledged: not('open-already'), responded: not('open-already'), closed: to('as-before'), withdrawn: to('as-before') },
} as const satisfies Record<string, Record<Status, Move>>;

export type MovedBy = keyof typeof moves;
