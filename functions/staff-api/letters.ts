import {
  callsBody,
  letterBody,
  lettersBody,
  lettersQuery,
  postingBody,
} from '../../shared/contracts/letters.ts';
import { parseFields } from '../../shared/contracts/parse.ts';
import { problem } from '../../shared/contracts/problems.ts';
import { changedBody } from '../../shared/contracts/staff.ts';
import type { WayByHand } from '../../shared/domain/ways.ts';
import { describeCall, describeLetter } from '../../shared/use-cases/by-hand-view.ts';
import { type PostLetterPorts, postLetter } from '../../shared/use-cases/post-letter.ts';
import { type ReadByHandPorts, readByHand } from '../../shared/use-cases/read-by-hand.ts';
import { type ReadLetterPorts, readLetter } from '../../shared/use-cases/read-letter.ts';
import { hashOfRequest } from '../../shared/use-cases/receive-complaint.ts';
import { describeChange } from '../../shared/use-cases/staff-view.ts';
import type { HttpAnswer, HttpRequest } from '../middleware/http.ts';
import { wellFormed, writeResult } from './handle-commands.ts';
import { places, readNext, writeNext } from './next-page.ts';
import { notAdmittedToLandlord, orProblem, readBody, readKey, type StaffHandler } from './requests.ts';

export type LetterApiPorts = ReadByHandPorts & ReadLetterPorts & PostLetterPorts;

export function createLetterHandlers(ports: LetterApiPorts) {
  return {
    readLetters: async (token, request) => {
      const page = await readPage(ports, token, request, 'letter');
      if ('problem' in page) return page.problem;
      return ok(lettersBody.parse({ letters: page.items.map(describeLetter), ...page.more }));
    },
    readCalls: async (token, request) => {
      const page = await readPage(ports, token, request, 'phone');
      if ('problem' in page) return page.problem;
      return ok(callsBody.parse({ calls: page.items.map(describeCall), ...page.more }));
    },
    readLetter: async (token, { params: { landlord = '', id = '' } }) => {
      const read = await readLetter(ports, token, { landlord, name: id });
      if (read.type === 'refused') return notAdmittedToLandlord(read.refusal);
      if (read.type === 'unknown') return unknownLetter();
      const { reference, notice, way, content, postBy, postedOn, sameAsPosted, safeContact } = read;
      const { kind, status } = notice;
      const about = { id, reference, kind, way, status, postBy, postedOn, sameAsPosted, safeContact };
      return ok(letterBody.parse(withoutAbsent({ ...about, ...content })));
    },
    postLetter: async (token, request) => {
      const key = readKey(request);
      if ('problem' in key) return key.problem;
      const body = readBody(postingBody, request);
      if ('problem' in body) return body.problem;
      const { landlord = '', id = '' } = request.params;
      const { happenedAt, evidence } = body.value;
      const path = wellFormed(request.params);
      const result = await postLetter(ports, {
        token,
        landlord,
        name: id,
        happenedAt,
        evidence,
        key: { scope: `staff#${token.id}`, key: key.value },
        requestHash: hashOfRequest({ name: 'postLetter', path, body: request.body }),
        answer: ({ complaint }) => ({
          status: 200,
          body: JSON.stringify(changedBody.parse(describeChange(complaint))),
        }),
      });
      if (result.type === 'unknown-letter') return unknownLetter();
      return result.type === 'not-admitted' ? notAdmittedToLandlord(result.refusal) : writeResult(result);
    },
  } as const satisfies Record<string, StaffHandler>;
}

async function readPage(
  ports: ReadByHandPorts,
  token: Parameters<StaffHandler>[0],
  { params, query }: HttpRequest,
  way: WayByHand,
) {
  const parsed = orProblem(parseFields(lettersQuery, query, 'query'));
  if ('problem' in parsed) return parsed;
  const after = readNext(parsed.value.after, places.byHand);
  if ('problem' in after) return after;
  const limit = Number(parsed.value.limit ?? 25);
  const { landlord = '' } = params;
  const page = await readByHand(ports, token, { landlord, way, after: after.value, limit });
  if (page.type === 'refused') return { problem: notAdmittedToLandlord(page.refusal) };
  return { items: page.items, more: page.next === undefined ? {} : { next: writeNext(page.next) } };
}

function unknownLetter() {
  return problem('unknown-letter', 'Check the id: it is the reference, _ and the id of the notice.');
}

function ok(body: object): HttpAnswer {
  return { status: 200, body: JSON.stringify(body) };
}

function withoutAbsent(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
