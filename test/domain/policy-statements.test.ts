import { describe, expect, it } from 'vitest';
import { policySchema } from '../../shared/domain/policy.ts';
import { policyOf } from '../support/rules.ts';

/** Where the schema finds fault once a value at a path of the first version has been replaced, or taken out. */
function faultsWith(path: string, value?: unknown): string[] {
  const policy = structuredClone(policyOf('counted-from-receipt')) as object;
  const keys = ['versions', '0', ...path.split('.')];
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Record<string, unknown>>(
    (part, key) => part[key] as Record<string, unknown>,
    policy as Record<string, unknown>,
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  const result = policySchema.safeParse(policy);
  return result.success ? [] : [...new Set(result.error.issues.map((issue) => issue.path.join('.')))];
}

describe('a statement of a policy is refused, naming the place, when', () => {
  it.each([
    'publishes',
    'definition',
    'complainants',
    'inScope',
    'early',
    'ageLimit',
    'exclusions',
    'exclusionList',
    'refusal',
    'channels',
    'help',
    'representatives',
    'answers',
    'ombudsmanAccess',
    'contractors',
    'remedies',
    'restrictions',
    'records',
    'reports',
    'selfAssessment',
    'oversight',
    'stage1.response.startSource',
    'stage1.extension.published',
    'stage1.handlerSource',
  ])('%s is missing', (path) => {
    expect(faultsWith(path)).toEqual([`versions.0.${path}`]);
  });

  it.each<[path: string, value: unknown]>([
    ['publishes', 'a-summary'],
    ['definition.affecting', 'tenants'],
    ['definition.source', 'rumour'],
    ['complainants.who', []],
    ['complainants.formerTenants', { unit: 'months', count: 6 }],
    ['inScope.grounds', []],
    ['inScope.grounds.0.id', 'A repair'],
    ['early.handling', 'stage-0'],
    ['ageLimit.countedFrom', 'whenever'],
    ['ageLimit.exceptions', []],
    ['ageLimit.healthAndSafety', 'it is about health and safety'],
    ['exclusions.4.id', 'Too old'],
    ['exclusions.0.signpost', ''],
    ['exclusions.0.blanket', false],
    ['exclusionList.extent', 'closed-for-good'],
    ['refusal.says', []],
    ['refusal.says', ['reasons', 'reasons']],
    ['channels.ways', ['carrier-pigeon']],
    ['ombudsmanAccess.from', 'never'],
    ['compliments.publishedEvery', 'year'],
    ['remedies.listed.0.kind', 'flowers'],
    ['restrictions.kinds', ['silence']],
    ['stage1.extension.published.cap', 'sometimes'],
    ['stage2.checksActions', 'yes'],
    ['policyReview.due', '2028-13'],
    ['policyReview.everyYears', 0],
  ])('%s is %j', (path, value) => {
    const faults = faultsWith(path, value);
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault).toContain(`versions.0.${path}`);
  });

  it('a ground of the Code is missing among the exclusions, or one is there twice', () => {
    const exclusions = policyOf('counted-from-receipt').versions[0]?.exclusions ?? [];
    for (const ground of ['too-old', 'legal-proceedings', 'already-considered'])
      expect(
        faultsWith(
          'exclusions',
          exclusions.filter(({ id }) => id !== ground),
        ),
      ).toEqual(['versions.0.exclusions']);
    expect(faultsWith('exclusions', [...exclusions, exclusions[0]])).toEqual(['versions.0.exclusions']);
    expect(faultsWith('exclusions', exclusions)).toEqual([]);
  });

  it('a ground in scope is there twice', () => {
    const grounds = policyOf('counted-from-receipt').versions[0]?.inScope.grounds ?? [];
    expect(faultsWith('inScope.grounds', [...grounds, grounds[0]])).toEqual(['versions.0.inScope.grounds']);
  });

  it('there is no yearly report, or nobody of the governing body (Code 8.1, 9.5)', () => {
    const [version] = policyOf('counted-from-receipt').versions;
    const reports = version?.reports.filter(({ every }) => every !== 'year');
    expect(faultsWith('reports', reports)).toEqual(['versions.0.reports']);
    const oversight = version?.oversight.filter(({ role }) => role !== 'board-member');
    expect(faultsWith('oversight', oversight)).toEqual(['versions.0.oversight']);
  });
});

describe('a statement of a policy may be left out', () => {
  it.each(['compliments', 'policyReview', 'supporters', 'restrictions.elsewhere', 'ombudsmanAccess.prefers'])(
    '%s',
    (path) => {
      expect(faultsWith(path)).toEqual([]);
    },
  );
});
