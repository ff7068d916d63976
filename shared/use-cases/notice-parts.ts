import { type Instant, londonDateOf } from '../domain/london-time.ts';
import { nameOwner } from '../domain/notice-owner.ts';
import { type PolicyVersion, policyInForce } from '../domain/policy.ts';
import { mayLackOmbudsman } from '../domain/standing.ts';
import type { Notice } from '../domain/stored-notice.ts';
import type { About } from '../notices/compose.ts';
import type { ComplaintStore, NoticeBundle } from '../ports/complaint-store.ts';
import { type Named, readNamed } from './named-in-notice.ts';
import { ombudsmenOf, policyOf, type Rules } from './rules.ts';

export interface NoticePartsPorts {
  store: Pick<ComplaintStore, 'readNamed'>;
  rules: Rules;
}

/** All that a notice is composed from, but a link, which is made when it is sent. */
export interface NoticeParts {
  policy: PolicyVersion;
  values: Record<string, string>;
  about: About | undefined;
  named: Named;
}

/**
 * Reads what a notice names, for whoever is there to read it on that day: about a complaint by the policy that the
 * complaint keeps, otherwise by the landlord's policy of the day.
 *
 * @throws Error where a text was erased
 */
export async function readNoticeParts(
  ports: NoticePartsPorts,
  bundle: NoticeBundle,
  now: Instant,
): Promise<NoticeParts> {
  const { notice, stored, personal, enquiry } = bundle;
  const policy = policyFor(ports.rules, bundle, now);
  const named = await readNamed(ports.store, bundle);
  const subject = stored?.complaint ?? enquiry?.enquiry;
  const isToResident = notice.recipient.type === 'complainant';
  return {
    policy,
    named,
    values: valuesOf(notice, named),
    about: subject && {
      reference: subject.reference,
      ombudsmen: ombudsmenOf(ports.rules, policy, londonDateOf(now)),
      mayLackOmbudsman: stored ? mayLackOmbudsman(stored.complaint, policy) : false,
      isCopy: notice.recipient.type === 'copied',
      ...(isToResident && {
        language: personal?.complainant?.language,
        isLargePrint: asksForLargePrint(stored?.complaint),
      }),
    },
  };
}

function asksForLargePrint(
  complaint: { adjustments: { kind: string; ended?: true | undefined }[] } | undefined,
) {
  return complaint?.adjustments.some(({ kind, ended }) => kind === 'large-print' && !ended) ?? false;
}

function policyFor(rules: Rules, { notice, stored, enquiry }: NoticeBundle, now: Instant): PolicyVersion {
  if (stored) return policyOf(rules, stored.complaint);
  const { owner, lines = [] } = notice;
  const landlord =
    owner.type === 'landlord' ? owner.landlord : (enquiry?.enquiry.landlord ?? lines[0]?.landlord);
  const policy = landlord === undefined ? undefined : rules.policies.get(landlord);
  if (!policy) throw new Error(`notice ${notice.id}: no policy of ${nameOwner(owner)} ships`);
  return policyInForce(policy, londonDateOf(now));
}

function valuesOf({ values, texts = {}, people = {} }: Notice, named: Named): Record<string, string> {
  const written = { ...values };
  for (const [name, id] of Object.entries(texts)) written[name] = named.textOf(id);
  for (const [name, id] of Object.entries(people))
    written[name] = named.people.find((person) => person.id === id)?.name ?? 'our complaints team';
  return written;
}
