import type { HttpAnswer } from '../http-answer.ts';
import type { Route } from '../system.ts';
import { html, londonTime, page } from './layout.ts';

export function startPage(url: string, routes: Route[], now: string): HttpAnswer {
  const calls = routes.map(({ key }) => html`<li><code>${key}</code></li>\n`);
  return page(
    'Redress',
    html`<h1>Redress</h1>
<p>Complaint handling for social landlords, running on this machine from the templates that would be deployed.
Its clock says <time datetime="${now}">${londonTime(now)}</time> in London.</p>
<ul>
<li><a href="/inbox">Inbox</a>: every mail sent so far</li>
<li><a href="/letters">Letters and calls</a>: what waits to be posted or told on the phone</li>
<li><a href="/openapi.json">OpenAPI</a>: the HTTP API described</li>
</ul>
<h2>The API at ${url}</h2>
<ul>
${calls}</ul>`,
  );
}
