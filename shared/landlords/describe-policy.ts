import { type CivilDate, describeDate } from '../domain/civil-date.ts';
import { type Departure, departuresOf } from '../domain/departures.ts';
import type { Policy, PolicyVersion } from '../domain/policy.ts';

const headings: [Departure['kind'], string][] = [
  ['departs', 'Departs from the Code'],
  ['unstated', 'Does not say what the Code says'],
  ['stricter', 'Stricter than the Code'],
];

/** A policy for people to read: its versions, and how each stands to the Code. */
export function describePolicy({ landlord, versions }: Policy): string {
  return versions.map((version) => describeVersion({ ...version, landlord })).join('\n\n');
}

function describeVersion(version: PolicyVersion): string {
  const departures = departuresOf(version);
  const from = describeDate(version.effectiveFrom as CivilDate);
  const parts = headings.flatMap(([kind, heading]) => {
    const listed = departures.filter((departure) => departure.kind === kind);
    return listed.length > 0 ? [[`${heading} (${listed.length})`, ...listed.map(describe)].join('\n')] : [];
  });
  return [
    `${version.landlord}: ${version.name}, from ${from}\n${version.source}`,
    ...(parts.length > 0 ? parts : ['No departures from the Code']),
  ].join('\n\n');
}

function describe({ clause, field, policy, code }: Departure): string {
  return [`  ${clause} ${field}`, `    policy: ${policy}`, `    Code:   ${code}`].join('\n');
}
