import type { Teller } from './teller.ts';

/** The resident of a tale, who gets at their complaint by mailed links. */
export interface Resident {
  /** asks for a link, follows the one in the mail, and opens a session */
  signIn(): Promise<{ authorization: string }>;
  reference: string;
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
  };
}
