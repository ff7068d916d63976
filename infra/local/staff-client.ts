import { randomUUID } from 'node:crypto';
import { StackError } from './stack-error.ts';

/** Somebody on the staff as the local issuer's tokens describe them; their id is their address. */
export interface Member {
  name: string;
  email: string;
  roles: readonly string[];
  landlords: readonly string[];
}

/** Where requests go. */
interface Requested {
  request(path: string, init?: RequestInit): Promise<Response>;
}

/** Requests of one person to the API, with what every change needs: token, key and the version last read. */
export interface StaffClient {
  id: string;
  get(path: string): Promise<Response>;
  send(
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** reads the complaint and changes it as it is then */
  change(reference: string, command: string, body: object): Promise<Response>;
}

export function createStaffClient(stack: Requested, member: Member): StaffClient {
  // A token lasts a working day, and the clock moves by weeks: each request has its own.
  const authorize = async () => {
    const issued = await stack.request('/_local/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(member),
    });
    const { token } = (await issued.json()) as { token: string };
    return { authorization: `Bearer ${token}` };
  };
  const get: StaffClient['get'] = async (path) => stack.request(path, { headers: await authorize() });
  const send: StaffClient['send'] = async (method, path, body, headers = {}) =>
    stack.request(path, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(await authorize()),
        ...headers,
      },
      body: JSON.stringify(body),
    });
  return {
    id: member.email,
    get,
    send,
    change: async (reference, command, body) => {
      const read = await get(`/staff/complaints/${reference}`);
      if (!read.ok) return read;
      const etag = read.headers.get('etag') ?? '';
      return send('POST', `/staff/complaints/${reference}/${command}`, body, { 'if-match': etag });
    },
  };
}

/** The answer's body, where its status is the one that was meant; whoever asks names the members that they look at. */
// biome-ignore lint/suspicious/noExplicitAny: a member that is not there fails where it is read
export async function expectStatus(response: Response, status: number): Promise<any> {
  const text = await response.text();
  if (response.status !== status)
    throw new StackError(`The API answered ${response.status} in place of ${status}: ${text}`);
  return JSON.parse(text);
}
