import type { Withdraw } from '../domain/commands/end.ts';
import type { Escalate } from '../domain/commands/escalate.ts';
import type { SendMessage } from '../domain/commands/message.ts';
import type { Complaint } from '../domain/complaint.ts';
import { addMinutes, type Instant } from '../domain/london-time.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Access } from '../ports/access.ts';
import type { Clock } from '../ports/clock.ts';
import type { StoredAnswer } from '../ports/complaint-store.ts';
import { type CommandPorts, handleCommand } from './handle-command.ts';
import { createTextKeeper, type TextKeeper } from './keep-texts.ts';
import { answerKeptMinutes, hashOfRequest } from './receive-complaint.ts';
import { repeatAnswer } from './repeat-answer.ts';
import { type Bearer, whoIsSignedIn } from './signed-in.ts';

export interface ActPorts extends CommandPorts {
  access: Pick<Access, 'readSession'>;
  clock: Clock;
}

/** What residents can do on their complaint, in their own words. */
export type ResidentAct =
  | { type: 'SendMessage'; text: string }
  | { type: 'Withdraw'; reason?: string | undefined }
  | { type: 'Escalate'; points?: readonly string[] | undefined; reasons?: string | undefined };

/** `status` and `body` are what the caller answers with; a repeated request gets the very same. */
export type ActResult =
  | ({ type: 'answered' } & Written)
  | { type: 'refused'; refusal: Refusal }
  | { type: 'not-signed-in' | 'key-used-for-another-request' };

type Written = Pick<StoredAnswer, 'status' | 'body'>;

const attempts = 5;

/**
 * Does what a resident asks for on their complaint. They decide nothing by what they last read, so that where somebody
 * else changed the complaint meanwhile it is decided again.
 *
 * @param write writes the answer from the complaint as it is afterwards; it is kept with the key
 * @throws Error where the complaint keeps changing; nothing is then stored
 */
export async function actAsResident(
  ports: ActPorts,
  bearer: Bearer,
  act: ResidentAct,
  key: string | undefined,
  write: (complaint: Complaint, now: Instant) => Written,
): Promise<ActResult> {
  const now = ports.clock();
  const signedIn = await whoIsSignedIn(ports.access, bearer, now);
  if (!signedIn) return { type: 'not-signed-in' };
  const { complaint: reference, party } = signedIn;
  const request = key === undefined ? undefined : { scope: `resident#${reference}`, key };
  const requestHash = hashOfRequest(act);
  const expiresAt = addMinutes(now, answerKeptMinutes);
  const texts = createTextKeeper(ports.randomBytes);
  const command = commandFor(act, texts);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { stored, answer: earlier } = await ports.store.loadForCommand(
      { reference, key: request, people: [] },
      now,
    );
    if (!stored) throw new Error(`a session is open for complaint ${reference}, which does not exist`);
    if (stored.complaint.party !== party) return { type: 'not-signed-in' };
    if (earlier) return repeatAnswer(earlier, requestHash);
    const result = await handleCommand(ports, stored, command, { type: 'resident' }, now, {
      texts: texts.kept,
      answer:
        request && (({ complaint }) => ({ ...request, requestHash, expiresAt, ...write(complaint, now) })),
    });
    if (result.type === 'refused') return result;
    if (result.type === 'done') return { type: 'answered', ...write(result.stored.complaint, now) };
  }
  throw new Error(`complaint ${reference} changed ${attempts} times while ${act.type} was decided`);
}

function commandFor(act: ResidentAct, { keep }: TextKeeper): SendMessage | Withdraw | Escalate {
  switch (act.type) {
    case 'SendMessage':
      return { type: 'SendMessage', text: keep(act.text) };
    case 'Withdraw':
      return { type: 'Withdraw', ...(act.reason !== undefined && { reason: keep(act.reason) }) };
    case 'Escalate': {
      const { points, reasons } = act;
      return { type: 'Escalate', points, ...(reasons !== undefined && { reasons: keep(reasons) }) };
    }
  }
}
