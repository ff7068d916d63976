import { existsSync, readFileSync } from 'node:fs';
import type { AcceptedMail } from '../aws-call.ts';
import { type HttpAnswer, ownAnswer } from '../http-answer.ts';
import type { Route } from '../system.ts';
import { inboxPage, type MailWithState, mailPage, noSuchMailPage } from './inbox.ts';
import { startPage } from './start.ts';

export interface PageParts {
  url: string;
  routes: Route[];
  openApiFile: string;
  now: () => number;
  mails: () => AcceptedMail[];
  stateOf: (messageId: string) => string;
  /** documents of the token issuer, by path */
  documents: Map<string, object>;
}

/** The pages and documents for people and tools. Undefined for a path that is none of them. */
export function servePages(parts: PageParts, method: string, path: string): HttpAnswer | undefined {
  if (method !== 'GET') return undefined;
  const now = new Date(parts.now()).toISOString();
  const withState = (mail: AcceptedMail): MailWithState => ({ mail, state: parts.stateOf(mail.messageId) });
  if (path === '/') return startPage(parts.url, parts.routes, now);
  if (path === '/inbox') return inboxPage(parts.mails().map(withState), now);
  if (path === '/openapi.json') return openApi(parts.openApiFile);
  if (path.startsWith('/inbox/')) {
    const mail = parts.mails().find(({ messageId }) => path === `/inbox/${messageId}`);
    return mail === undefined ? noSuchMailPage() : mailPage(withState(mail));
  }
  const document = parts.documents.get(path);
  return document === undefined ? undefined : jsonText(JSON.stringify(document));
}

function openApi(file: string): HttpAnswer {
  return existsSync(file) ? jsonText(readFileSync(file, 'utf8')) : ownAnswer(404, 'Not Found');
}

function jsonText(body: string): HttpAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}
