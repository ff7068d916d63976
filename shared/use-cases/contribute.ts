import type { CivilDate } from '../domain/civil-date.ts';
import type { Complaint } from '../domain/complaint.ts';
import { addMinutes, londonDateOf } from '../domain/london-time.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Access, LinkSubject } from '../ports/access.ts';
import type { Clock } from '../ports/clock.ts';
import type { StoredAnswer } from '../ports/complaint-store.ts';
import { type CommandPorts, handleCommand } from './handle-command.ts';
import { createTextKeeper } from './keep-texts.ts';
import { answerKeptMinutes, hashOfRequest } from './receive-complaint.ts';
import { repeatAnswer } from './repeat-answer.ts';
import { hashToken } from './tokens.ts';

export interface ContributePorts extends CommandPorts {
  access: Pick<Access, 'readLink'>;
  clock: Clock;
}

/** `status` and `body` are what the caller answers with; a repeated request gets the very same. */
export type ContributeResult =
  | ({ type: 'answered' } & Written)
  | { type: 'refused'; refusal: Refusal }
  | { type: 'link-not-valid' | 'key-used-for-another-request' };

type Written = Pick<StoredAnswer, 'status' | 'body'>;

const attempts = 5;

/**
 * Keeps the answer of somebody who was asked by mail. Sent twice it is stored once: the second finds it answered, or
 * with the same key gets the same answer. A colleague who handed the question over answers it no more.
 *
 * @param write writes the answer to the request; it is kept with the key
 * @throws Error where the complaint keeps changing; nothing is then stored
 */
export async function contribute(
  ports: ContributePorts,
  token: string,
  answer: string,
  key: string | undefined,
  write: (on: CivilDate) => Written,
): Promise<ContributeResult> {
  const now = ports.clock();
  const hash = hashToken(token);
  const link = await ports.access.readLink(hash, 'contribution', now);
  if (!link?.question) return { type: 'link-not-valid' };
  const { complaint: reference, question } = link;
  const request = key === undefined ? undefined : { scope: `contributor#${hash}`, key };
  const requestHash = hashOfRequest({ answer });
  const expiresAt = addMinutes(now, answerKeptMinutes);
  const written = write(londonDateOf(now));
  const texts = createTextKeeper(ports.randomBytes);
  const command = { type: 'AnswerQuestion', question, answer: texts.keep(answer) } as const;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { stored, answer: earlier } = await ports.store.loadForCommand(
      { reference, key: request, people: [] },
      now,
    );
    if (!stored) throw new Error(`a link leads to complaint ${reference}, which does not exist`);
    if (wasPutToAnother(stored.complaint, link)) return { type: 'link-not-valid' };
    if (earlier) return repeatAnswer(earlier, requestHash);
    const result = await handleCommand(ports, stored, command, { type: 'contributor', question }, now, {
      texts: texts.kept,
      answer: request && (() => ({ ...request, ...written, requestHash, expiresAt })),
    });
    if (result.type === 'refused') return result;
    if (result.type === 'done') return { type: 'answered', ...written };
  }
  throw new Error(`complaint ${reference} changed ${attempts} times while ${question} was answered`);
}

function wasPutToAnother({ questions }: Complaint, link: LinkSubject): boolean {
  const asked = questions.find(({ id }) => id === link.question)?.asked;
  return asked !== undefined && 'staff' in asked && asked.staff !== link.asked;
}
