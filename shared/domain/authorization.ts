import type { Person, StaffId } from './staff.ts';

/** What somebody's token can say of them. */
export const roles = [
  'reporter',
  'handler',
  'manager',
  'approver',
  'senior-lead',
  'board-member',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** What is done without one complaint in hand. */
const actionsOnNoCase = [
  'log-complaint',
  'read-worklist',
  'read-people',
  'keep-people',
  'read-calendar',
  'add-calendar-version',
  'apply-calendar',
  'read-policy',
  'log-enquiry',
  'handle-enquiry',
  'read-enquiries',
  'read-records',
  'keep-records',
  'import-complaints',
  'read-letters',
  'read-forecast',
] as const;
export type ActionOnNoCase = (typeof actionsOnNoCase)[number];

/** Everything that staff can do. */
export const actions = [
  ...actionsOnNoCase,
  'read-complaint',
  'read-timeline',
  'read-notices',
  'assign',
  'acknowledge',
  'add-points',
  'draft',
  'approve',
  'respond',
  'extend',
  'prepare-extension',
  'give-update',
  'note-contact',
  'give-notice',
  'record-correspondence',
  'ask-question',
  'ask-resident',
  'triage-message',
  'correct',
  'withdraw',
  'close',
  'reopen',
  'add-action',
  'update-action',
  'complete-action',
  'replace-action',
  'raise-issue',
  'escalate',
  'refuse-escalation',
  'exclude',
  'accept-after-all',
  'agree-updates',
  'compensate',
  'record-learning',
  'answer-ombudsman',
  'adjust',
  'restrict',
  'name-supporter',
  'triage',
  'record-consent',
  'instruct-copies',
  'leave-complaint',
  'declare-conflict',
  'merge',
  'link',
] as const;
export type Action = (typeof actions)[number];

/** How far a right reaches: cases one handles; those, one's teams' and nobody's; every case of a landlord one serves. */
type Scope = 'own-case' | 'team' | 'landlord';

const [team, all, no] = ['team', 'landlord', undefined] as const;

/** A column for each role, in the order of `roles`. */
type Columns<Roles extends readonly Role[]> = { readonly [Column in keyof Roles]: Scope | undefined };
type Row = Columns<typeof roles>;

/** Who may do what. What is not granted here is denied. */
// biome-ignore format: a table is read by its columns
const permissions: Readonly<Record<Action, Row>> = {
  //                       reporter  handler  manager  approver  senior-lead  board-member  auditor  administrator
  'log-complaint':         [all,     all,     all,     no,       all,         no,           no,      no ],
  'read-worklist':         [no,      team,    all,     all,      all,         no,           all,     no ],
  'read-complaint':        [no,      team,    all,     all,      all,         no,           all,     no ],
  'read-timeline':         [no,      team,    all,     all,      all,         no,           all,     no ],
  'read-notices':          [no,      team,    all,     all,      all,         no,           all,     no ],
  'assign':                [no,      team,    all,     no,       all,         no,           no,      no ],
  'acknowledge':           [no,      team,    all,     no,       all,         no,           no,      no ],
  'add-points':            [no,      team,    all,     no,       all,         no,           no,      no ],
  'draft':                 [no,      team,    all,     no,       all,         no,           no,      no ],
  'approve':               [no,      no,      no,      all,      all,         no,           no,      no ],
  'respond':               [no,      team,    all,     no,       all,         no,           no,      no ],
  'extend':                [no,      team,    all,     all,      all,         no,           no,      no ],
  'prepare-extension':     [no,      team,    all,     no,       all,         no,           no,      no ],
  'give-update':           [no,      team,    all,     no,       all,         no,           no,      no ],
  'give-notice':           [no,      team,    all,     no,       all,         no,           no,      no ],
  'note-contact':          [no,      team,    all,     no,       all,         no,           no,      no ],
  'record-correspondence': [no,      team,    all,     no,       all,         no,           no,      no ],
  'ask-question':          [no,      team,    all,     no,       all,         no,           no,      no ],
  'ask-resident':          [no,      team,    all,     no,       all,         no,           no,      no ],
  'triage-message':        [no,      team,    all,     no,       all,         no,           no,      no ],
  'correct':               [no,      team,    all,     no,       all,         no,           no,      no ],
  'withdraw':              [no,      team,    all,     no,       all,         no,           no,      no ],
  'close':                 [no,      team,    all,     no,       all,         no,           no,      no ],
  'reopen':                [no,      team,    all,     no,       all,         no,           no,      no ],
  'add-action':            [no,      team,    all,     no,       all,         no,           no,      no ],
  'update-action':         [no,      team,    all,     no,       all,         no,           no,      no ],
  'complete-action':       [no,      team,    all,     no,       all,         no,           no,      no ],
  'replace-action':        [no,      team,    all,     no,       all,         no,           no,      no ],
  'raise-issue':           [no,      team,    all,     no,       all,         no,           no,      no ],
  'escalate':              [no,      team,    all,     no,       all,         no,           no,      no ],
  'refuse-escalation':     [no,      no,      all,     all,      all,         no,           no,      no ],
  'exclude':               [no,      team,    all,     no,       all,         no,           no,      no ],
  'accept-after-all':      [no,      no,      all,     no,       all,         no,           no,      no ],
  'agree-updates':         [no,      team,    all,     no,       all,         no,           no,      no ],
  'compensate':            [no,      team,    all,     no,       all,         no,           no,      no ],
  'record-learning':       [no,      team,    all,     all,      all,         no,           no,      no ],
  'answer-ombudsman':      [no,      team,    all,     no,       all,         no,           no,      no ],
  'adjust':                [no,      team,    all,     no,       all,         no,           no,      no ],
  'restrict':              [no,      no,      no,      all,      all,         no,           no,      no ],
  'name-supporter':        [no,      team,    all,     no,       all,         no,           no,      no ],
  'triage':                [no,      team,    all,     no,       all,         no,           no,      no ],
  'record-consent':        [no,      team,    all,     no,       all,         no,           no,      no ],
  'instruct-copies':       [no,      team,    all,     no,       all,         no,           no,      no ],
  'leave-complaint':       [no,      team,    all,     no,       all,         no,           no,      no ],
  'declare-conflict':      [no,      team,    all,     all,      all,         no,           no,      no ],
  'merge':                 [no,      team,    all,     no,       all,         no,           no,      no ],
  'link':                  [no,      team,    all,     no,       all,         no,           no,      no ],
  'log-enquiry':           [all,     all,     all,     no,       all,         no,           no,      no ],
  'handle-enquiry':        [no,      all,     all,     no,       all,         no,           no,      no ],
  'read-enquiries':        [no,      all,     all,     all,      all,         no,           all,     no ],
  'read-records':          [no,      all,     all,     no,       all,         no,           all,     no ],
  'keep-records':          [no,      all,     all,     no,       all,         no,           no,      no ],
  'read-letters':          [no,      all,     all,     no,       all,         no,           all,     no ],
  'read-forecast':         [no,      no,      all,     all,      all,         no,           all,     no ],
  'import-complaints':     [no,      no,      all,     no,       all,         no,           no,      no ],
  'read-people':           [no,      no,      all,     no,       all,         no,           all,     all],
  'keep-people':           [no,      no,      no,      no,       no,          no,           no,      all],
  'read-calendar':         [no,      all,     all,     all,      all,         no,           all,     all],
  'add-calendar-version':  [no,      no,      no,      no,       no,          no,           no,      all],
  'apply-calendar':        [no,      no,      all,     no,       all,         no,           no,      no ],
  'read-policy':           [no,      all,     all,     all,      all,         all,          all,     all],
};

/** Somebody who acts, with the rights that they have at this moment. */
export interface Staff {
  id: StaffId;
  roles: readonly Role[];
  landlords: readonly string[];
  teams: readonly string[];
  disabled: boolean;
}

/** What an action is about, as far as rights depend on it. */
export interface Matter {
  landlord: string;
  team?: string | undefined;
  handler?: StaffId | undefined;
  staffComplainedAbout: readonly StaffId[];
  stage: 1 | 2;
  /** who wrote the draft that is to be approved */
  draftedBy?: StaffId | undefined;
}

type Why =
  | 'disabled'
  | 'role'
  | 'other-landlord'
  | 'complained-about'
  | 'not-own-case'
  | 'other-team'
  | 'wrote-draft';

export type Denied = { allowed: false; why: Why; whoMay: Role[] };
export type Permission = { allowed: true } | Denied;

const reaches: Record<Scope, (staff: Staff, matter: Partial<Matter>) => boolean> = {
  'own-case': (staff, { handler }) => handler === staff.id,
  team: (staff, { handler, team }) =>
    handler === undefined || handler === staff.id || (team !== undefined && staff.teams.includes(team)),
  landlord: () => true,
};

/**
 * Whether somebody may do something. Whoever is denied because a complaint is about them must not learn from the answer
 * that there is one.
 *
 * @param matter what the action is about; without, whether it may be done for any of the landlords that they serve
 */
export function mayDo(
  staff: Staff,
  action: ActionOnNoCase,
  matter?: Pick<Matter, 'landlord'> & Partial<Matter>,
): Permission;
export function mayDo(staff: Staff, action: Action, matter: Matter): Permission;
export function mayDo(staff: Staff, action: Action, matter?: Partial<Matter>): Permission {
  const why = whyNot(staff, action, matter);
  return why
    ? { allowed: false, why, whoMay: roles.filter((role) => scopeOf(role, action)) }
    : { allowed: true };
}

function whyNot(staff: Staff, action: Action, matter: Partial<Matter> | undefined): Why | undefined {
  if (staff.disabled) return 'disabled';
  const scopes = staff.roles.flatMap((role) => scopeOf(role, action) ?? []);
  if (scopes.length === 0) return 'role';
  if (matter === undefined && actionsOnNoCase.some((each) => each === action)) return undefined;
  const { landlord, staffComplainedAbout, draftedBy } = matter ?? {};
  if (landlord === undefined || !staff.landlords.includes(landlord)) return 'other-landlord';
  if (staffComplainedAbout?.includes(staff.id)) return 'complained-about';
  if (!scopes.some((scope) => reaches[scope](staff, matter ?? {})))
    return scopes.includes('team') ? 'other-team' : 'not-own-case';
  return action === 'approve' && draftedBy === staff.id ? 'wrote-draft' : undefined;
}

function scopeOf(role: Role, action: Action): Scope | undefined {
  return permissions[action][roles.indexOf(role)];
}

/** Somebody's token as far as it is believed: what it says was signed by the issuer. */
export interface StaffToken {
  id: StaffId;
  name: string | undefined;
  email: string | undefined;
  roles: readonly Role[];
  landlords: readonly string[];
}

/**
 * The rights that somebody has: those of their token, which a row of the register can narrow and never widen. A leader
 * belongs to the teams they lead.
 *
 * @param person their row, where the register has one
 */
export function staffFrom(token: StaffToken, person: Person | undefined): Staff {
  const { id, roles, landlords } = token;
  if (!person) return { id, roles, landlords, teams: [], disabled: false };
  return {
    id,
    roles,
    landlords: landlords.filter((landlord) => person.landlords.includes(landlord)),
    teams: [...new Set([...person.teams, ...person.leads])],
    disabled: person.disabled,
  };
}
