import { expectStatus } from '../staff-client.ts';
import type { Teller } from './teller.ts';

type Session = { authorization: string };

/** The resident of a tale, who gets at their complaint by mailed links. */
export interface Resident {
  reference: string;
  /** asks for a link, follows the one in the mail, and opens a session */
  signIn(): Promise<Session>;
  /** how the complaint stands, as the resident sees it */
  // biome-ignore lint/suspicious/noExplicitAny: a member that is not there fails where it is read
  look(session: Session): Promise<any>;
}

export function createResident(teller: Teller, reference: string): Resident {
  return {
    reference,
    async signIn() {
      await teller.post(`/complaints/${reference}/links`, {}, 202);
      await teller.wait();
      const link = teller
        .mails()
        .map(({ text }) => /\/follow#([\w-]{43})/.exec(text)?.[1])
        .findLast((token) => token !== undefined);
      const { session } = await teller.post('/resident-sessions', { link }, 201);
      return { authorization: `Bearer ${session}` };
    },
    async look(session) {
      return expectStatus(await teller.stack.request(`/complaints/${reference}`, { headers: session }), 200);
    },
  };
}
