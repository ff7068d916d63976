import type { AcceptedMail } from '../aws-call.ts';
import type { HttpAnswer } from '../http-answer.ts';
import { html, londonTime, page } from './layout.ts';

/** A mail and what became of it. */
export interface MailWithState {
  mail: AcceptedMail;
  state: string;
}

export function inboxPage(mails: MailWithState[], now: string): HttpAnswer {
  const rows = mails.toReversed().map(
    ({ mail, state }) => html`<tr>
<td><a href="/inbox/${mail.messageId}">${mail.subject === '' ? '(no subject)' : mail.subject}</a></td>
<td>${mail.to.join(', ')}</td>
<td><time datetime="${mail.at}">${londonTime(mail.at)}</time></td>
<td>${state}</td>
</tr>
`,
  );
  const table = html`<table>
<caption>${mails.length} sent, newest first</caption>
<thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Sent (London)</th><th scope="col">State</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`;
  return page(
    'Inbox – Redress',
    html`<h1>Inbox</h1>
<p>Every mail that Redress has sent on this stack. Its clock says
<time datetime="${now}">${londonTime(now)}</time>. <a href="/inbox">Look again</a></p>
${mails.length === 0 ? html`<p>No mail has been sent yet.</p>` : table}
<p><a href="/">Start page</a></p>`,
  );
}

export function mailPage({ mail, state }: MailWithState): HttpAnswer {
  return page(
    `${mail.subject} – Redress`,
    html`<h1>${mail.subject}</h1>
<dl>
<dt>From</dt><dd>${mail.from}</dd>
<dt>To</dt><dd>${mail.to.join(', ')}</dd>
<dt>Sent (London)</dt><dd><time datetime="${mail.at}">${londonTime(mail.at)}</time></dd>
<dt>State</dt><dd>${state}</dd>
</dl>
<h2>As text</h2>
<pre tabindex="0">${mail.text}</pre>
<h2>As HTML</h2>
${
  mail.html === ''
    ? html`<p>This mail has no HTML part.</p>`
    : html`<iframe sandbox title="The mail as a mail reader shows it" srcdoc="${mail.html}"></iframe>`
}
<p><a href="/inbox">Inbox</a></p>`,
  );
}

export function noSuchMailPage(): HttpAnswer {
  return page(
    'No such mail – Redress',
    html`<h1>No such mail</h1>
<p>This stack has sent no mail of that number. <a href="/inbox">Inbox</a></p>`,
    404,
  );
}
