import type { Action, StaffToken } from '../domain/authorization.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { StaffCommand } from '../domain/decide.ts';
import { addMinutes } from '../domain/london-time.ts';
import type { Reference } from '../domain/reference.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { StaffId } from '../domain/staff.ts';
import type { Clock, RandomBytes } from '../ports/clock.ts';
import type { CommandBasis, IdempotencyKey, StoredComplaint } from '../ports/complaint-store.ts';
import type { PersonalText } from '../ports/personal-text.ts';
import { admit, type NotAdmitted } from './admit.ts';
import { type CommandPorts, handleCommand } from './handle-command.ts';
import { createTextKeeper, type TextKeeper } from './keep-texts.ts';
import { answerKeptMinutes } from './receive-complaint.ts';
import { repeatAnswer } from './repeat-answer.ts';
import { keptByHand } from './write-by-hand.ts';

/** What a command is put together from. Texts are kept apart by `keep`, with the complaint that they are of. */
export interface BuildParts {
  keep: TextKeeper['keep'];
  complaint: Complaint;
  personal: PersonalText | undefined;
  other?: Pick<BuildParts, 'keep' | 'complaint' | 'personal'> | undefined;
  randomBytes: RandomBytes;
}

/** What somebody on the staff asks for, its shape already checked. */
export interface StaffRequest {
  token: StaffToken;
  reference: Reference;
  action: Action;
  /** the version that whoever asks has read; none where what they did rests on nothing that they read */
  version?: number | undefined;
  key: IdempotencyKey;
  /** the same for the same request */
  requestHash: string;
  /** other people whom the command names */
  people: readonly StaffId[];
  /** another complaint that the command names, which whoever asks must be admitted to as well */
  other?: Reference | undefined;
  /** puts the command together */
  build: (parts: BuildParts) => {
    command: StaffCommand;
    personal?: PersonalText | undefined;
    /** the parties and words of a complaint of its own that may come of it */
    raised?: PersonalText | undefined;
  };
  /** writes the answer, so that it can be kept with the key */
  answer: (stored: StoredComplaint) => { status: number; body: string };
}

export type StaffCommandResult =
  | { type: 'answered'; status: number; body: string }
  | { type: 'key-used-for-another-request' }
  | NotAdmitted
  | { type: 'stale'; version: number }
  | { type: 'refused'; refusal: Refusal };

const attempts = 5;

/**
 * Decides a command of staff with one read and commits it with one write. The kept answer is consulted before version
 * and rules; of two people at once one wins, and the other learns the version there is now. A reminder that came between
 * is nobody's change, so that the command is decided again.
 *
 * @throws Error where the complaint keeps changing; nothing is then stored
 */
export async function handleStaffCommand(
  ports: CommandPorts & { clock: Clock },
  request: StaffRequest,
): Promise<StaffCommandResult> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = await decideOnce(ports, request);
    if (result !== 'changed-meanwhile') return result;
  }
  throw new Error(`complaint ${request.reference} changed ${attempts} times while a command was decided`);
}

async function decideOnce(
  ports: CommandPorts & { clock: Clock },
  request: StaffRequest,
): Promise<StaffCommandResult | 'changed-meanwhile'> {
  const now = ports.clock();
  const { reference, other, key, token } = request;
  const people = [token.id, ...request.people];
  const basis = await ports.store.loadForCommand({ reference, other, key, people }, now);
  const checked = check(request, basis);
  if ('result' in checked) return checked.result;
  const { randomBytes } = ports;
  const texts = createTextKeeper(randomBytes);
  const otherTexts = createTextKeeper(randomBytes);
  const { command, personal, raised } = request.build({
    ...{ keep: texts.keep, complaint: checked.stored.complaint, personal: basis.personal, randomBytes },
    other: checked.other && {
      keep: otherTexts.keep,
      complaint: checked.other.complaint,
      personal: basis.other?.personal,
    },
  });
  const actor = { type: 'staff', id: token.id } as const;
  const result = await handleCommand(ports, checked.stored, command, actor, now, {
    texts: texts.kept,
    personal,
    written: basis.personal,
    raised,
    other: checked.other && { stored: checked.other, texts: otherTexts.kept },
    people: basis.people,
    keepByHand: (bundle, date) => keptByHand(ports, bundle, now, date),
    answer: (after) => ({
      ...key,
      ...request.answer(after),
      requestHash: request.requestHash,
      expiresAt: addMinutes(now, answerKeptMinutes),
    }),
  });
  if (result.type === 'done') return { type: 'answered', ...request.answer(result.stored) };
  return result.type === 'refused' ? result : 'changed-meanwhile';
}

function check(
  request: StaffRequest,
  basis: CommandBasis,
): { stored: StoredComplaint; other?: StoredComplaint | undefined } | { result: StaffCommandResult } {
  const { token, action, version, requestHash } = request;
  const admitted = admit(token, action, basis);
  if ('result' in admitted) return admitted;
  if (basis.answer) return { result: repeatAnswer(basis.answer, requestHash) };
  const { stored } = admitted;
  const { revision } = stored.complaint;
  if (version !== undefined && revision !== version) return { result: { type: 'stale', version: revision } };
  return { stored, other: otherOf(request, basis) };
}

/** The other complaint as far as whoever asks may see it; they do not learn whether there is one that they may not. */
function otherOf({ token, action, other }: StaffRequest, basis: CommandBasis): StoredComplaint | undefined {
  if (other === undefined) return undefined;
  const admitted = admit(token, action, { stored: basis.other?.stored, people: basis.people });
  return 'stored' in admitted ? admitted.stored : undefined;
}
