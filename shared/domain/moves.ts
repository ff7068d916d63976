import type { Stage } from './stages.ts';
import type { Status } from './statuses.ts';

/** Where a permitted command leaves the complaint: at a status of its stage, or of the stage that it says. */
export type Move = { to: Status | 'same' | 'as-before'; stage?: Stage } | { refused: WhyNot };

/** Why a command cannot be given now, and what would make it possible. */
export const whyNot = {
  'acknowledge-first': 'The complaint must be acknowledged first.',
  'acknowledged-already': 'The complaint was acknowledged already; correct the date if it is wrong.',
  'answered-already': 'The answer of this stage was given already.',
  'new-issue-after-answer':
    'The answer was given already: log what was raised since as a new complaint (Code 6.8).',
  'new-issue-at-stage-2': 'Stage 2 answers what stage 1 did: log a new issue as a new complaint (Code 6.8).',
  'point-too-late':
    'Stage 1 was answered, or left, without this point: raise it as an issue, which is logged as a complaint of its own (Code 6.8).',
  'not-answered': 'The answer has not been given yet.',
  closed: 'The complaint is closed; reopen it first.',
  withdrawn: 'The resident withdrew the complaint; reopen it first.',
  excluded: 'The complaint was not taken on; it can be accepted after all.',
  merged: 'The complaint is part of another one now; go on with that one, or reopen this one.',
  'received-only':
    'Only what has not been acknowledged yet becomes part of another complaint; link them instead.',
  'open-already': 'The complaint is open.',
  'not-excluded': 'The complaint was taken on, so there is nothing to accept.',
  'at-stage-2': 'The complaint is at stage 2 already.',
  'final-answer-given': 'The final answer was given at stage 2: the Ombudsman is the next step.',
  'not-asked-for': 'Nobody has asked for stage 2.',
  'stage-2-acknowledged': 'The request for stage 2 was acknowledged, which accepted it.',
} as const;
export type WhyNot = keyof typeof whyNot;

const stays: Move = { to: 'same' };
const to = (status: Status | 'as-before', stage?: Stage): Move => ({ to: status, ...(stage && { stage }) });
const not = (why: WhyNot): Move => ({ refused: why });

/** What has ended is opened again before anything else is done with it. */
const ended = {
  closed: not('closed'),
  withdrawn: not('withdrawn'),
  excluded: not('excluded'),
  merged: not('merged'),
};
const recorded = { closed: stays, withdrawn: stays, excluded: stays, merged: stays };
const answered = not('answered-already');
/** While the answer is being worked out. */
const beforeAnswer = { received: stays, acknowledged: stays, responded: answered, ...ended };
/** As long as the complaint is open. */
const whileOpen = { received: stays, acknowledged: stays, responded: stays, ...ended };
/** Whatever becomes of the complaint: a record of what happened is never refused for its state. */
const always = { received: stays, acknowledged: stays, responded: stays, ...recorded };
/** Once there is an answer, also when the complaint was closed with it. */
const afterAnswer = {
  received: not('not-answered'),
  acknowledged: not('not-answered'),
  responded: stays,
  ...ended,
  closed: stays,
};
const never = (why: WhyNot) => ({
  received: not(why),
  acknowledged: not(why),
  responded: not(why),
  ...ended,
});

/** Every command of staff and residents in every status of stage 1: permitted and where to, or why not. */
// biome-ignore format: a table is read by its columns
const stage1 = {
  //                    received                       acknowledged                   responded                      others
  Assign:             whileOpen,
  HandOver:           always,
  AddPoints:          { received: stays,               acknowledged: stays,           responded: not('new-issue-after-answer'), ...ended },
  RaiseIssue:         { received: stays,               acknowledged: stays,           responded: stays,              ...recorded },
  Acknowledge:        { received: to('acknowledged'),  acknowledged: not('acknowledged-already'), responded: answered, ...ended },
  Draft:              beforeAnswer,
  ApproveResponse:    beforeAnswer,
  ReturnResponse:     beforeAnswer,
  ReviewResponse:     afterAnswer,
  Respond:            { received: to('responded'),     acknowledged: to('responded'), responded: answered,           ...ended },
  PrepareExtension:   { received: not('acknowledge-first'), acknowledged: stays,      responded: answered,           ...ended },
  Extend:             { received: not('acknowledge-first'), acknowledged: stays,      responded: answered,           ...ended },
  AgreeUpdates:       whileOpen,
  GiveUpdate:         whileOpen,
  NoteContact:        always,
  GiveNotice:         always,
  RecordCorrespondence: always,
  AskQuestion:        beforeAnswer,
  AskResident:        beforeAnswer,
  AnswerQuestion:     always,
  SendMessage:        always,
  TriageMessage:      always,
  AddAction:          whileOpen,
  UpdateAction:       whileOpen,
  ReplaceAction:      whileOpen,
  CompleteAction:     whileOpen,
  CorrectDate:        whileOpen,
  CorrectParty:       always,
  CorrectSubjects:    always,
  Withdraw:           { received: to('withdrawn'),     acknowledged: to('withdrawn'), responded: answered,           ...ended },
  Close:              { received: to('closed'),        acknowledged: to('closed'),    responded: to('closed'),       ...ended },
  Reopen:             { ...never('open-already'),      closed: to('as-before'),       withdrawn: to('as-before'),    merged: to('as-before') },
  Exclude:            { received: to('excluded'),      acknowledged: to('excluded'),  responded: answered,           ...ended },
  AcceptAfterAll:     { ...never('not-excluded'),      closed: not('not-excluded'),   withdrawn: not('not-excluded'), excluded: to('received') },
  Escalate:           { received: to('received', 2),   acknowledged: to('received', 2), responded: to('received', 2), ...ended, closed: to('received', 2) },
  RefuseEscalation:   { ...never('not-asked-for') },
  OfferCompensation:  whileOpen,
  AnswerOffer:        always,
  PayCompensation:    always,
  ReferToInsurer:     whileOpen,
  CompleteHandover:   always,
  RecordLearning:     afterAnswer,
  RecordOmbudsmanRequest: always,
  AnswerOmbudsman:    always,
  RecordDetermination: always,
  MeetOrder:          always,
  AgreeAdjustment:    always,
  ReviewAdjustment:   always,
  RestrictContact:    always,
  ReviewRestriction:  always,
  NameSupporter:      always,
  Triage:             whileOpen,
  RecordConsent:      always,
  InstructCopies:     always,
  DeclareConflict:    whileOpen,
  LeaveComplaint:     whileOpen,
  ExcludePoints:      beforeAnswer,
  AcceptPoints:       { ...beforeAnswer,               responded: not('point-too-late') },
  Merge:              beforeAnswer,
  BeMerged:           { received: to('merged'),        acknowledged: not('received-only'), responded: answered,      ...ended },
  Link:               always,
  SetSafeContact:     always,
} as const satisfies Record<string, Record<Status, Move>>;

export type MovedBy = keyof typeof stage1;

/** What is otherwise at stage 2 (Code 6.10 to 6.20). */
// biome-ignore format: a table is read by its columns
const otherwiseAtStage2 = {
  //                    received                       acknowledged                   responded                      others
  Exclude:            { ...never('at-stage-2') },
  Escalate:           { ...never('at-stage-2'),        responded: not('final-answer-given') },
  UpdateAction:       { ...whileOpen,                  withdrawn: stays },
  ReplaceAction:      { ...whileOpen,                  withdrawn: stays },
  CompleteAction:     { ...whileOpen,                  withdrawn: stays },
  RecordLearning:     always,
  ExcludePoints:      { ...never('at-stage-2') },
  AcceptPoints:       { ...never('point-too-late') },
  Merge:              { ...never('at-stage-2') },
  BeMerged:           { ...never('at-stage-2') },
  RefuseEscalation:   { received: to('as-before', 1),  acknowledged: not('stage-2-acknowledged'), responded: not('final-answer-given'), ...ended },
} as const satisfies Partial<Record<MovedBy, Record<Status, Move>>>;

/** What may be done with a complaint at each stage, by command and status. */
export const moves: Readonly<Record<Stage, Record<MovedBy, Record<Status, Move>>>> = {
  1: stage1,
  2: { ...stage1, ...otherwiseAtStage2 },
};
