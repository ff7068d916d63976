/**
 * The import direction of the whole project. What a folder may import is listed; everything else is forbidden.
 * test/dependency-rules.test.ts breaks each rule on purpose.
 */
const packages = '^node_modules/';
const builtins = '^(node:)?[a-z_/]+$';

const mayImport = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from,
  to: { pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    mayImport(
      'domain-is-pure',
      { path: '^shared/domain/' },
      ['^shared/domain/', '^node_modules/zod/'],
      'the rules know nothing but zod: no clock, no network, no Node',
    ),
    mayImport(
      'calendar',
      { path: '^shared/calendar/' },
      ['^shared/calendar/', '^shared/domain/', '^node_modules/(zod|date-holidays)/'],
      'the calendar serves the domain',
    ),
    mayImport(
      'contracts',
      { path: '^shared/contracts/' },
      ['^shared/contracts/', '^shared/domain/', '^node_modules/zod/'],
      'contracts speak of the domain alone',
    ),
    mayImport(
      'ports',
      { path: '^shared/ports/' },
      ['^shared/ports/', '^shared/domain/', '^node_modules/zod/'],
      'ports are told in the domain’s words',
    ),
    mayImport(
      'notices',
      { path: '^shared/notices/' },
      ['^shared/notices/', '^shared/landlords/[^/]+/notices/', '^shared/domain/', '^node_modules/marked/'],
      'wording depends on the domain alone; landlords bring their own',
    ),
    mayImport(
      'landlords',
      { path: '^shared/landlords/' },
      ['^shared/landlords/', '^shared/domain/', '^node_modules/zod/'],
      'policies are data checked by the domain’s schema',
    ),
    mayImport(
      'use-cases',
      { path: '^shared/use-cases/' },
      [
        '^shared/use-cases/',
        '^shared/domain/',
        '^shared/ports/(?!memory/)',
        '^shared/notices/',
        '^node_modules/canonicalize/',
        '^(node:)?crypto$',
      ],
      'use cases reach the world through ports',
    ),
    mayImport(
      'adapters',
      { path: '^shared/adapters/' },
      [
        '^shared/adapters/',
        '^shared/ports/(?!memory/)',
        '^shared/domain/',
        '^shared/contracts/',
        packages,
        builtins,
      ],
      'adapters fulfil ports',
    ),
    mayImport(
      'handlers-translate',
      { path: '^functions/([^/]+)/(?!index\\.ts$)', pathNot: '^functions/middleware/' },
      [
        '^functions/$1/(?!index\\.ts$)',
        '^shared/use-cases/',
        '^shared/contracts/',
        '^shared/domain/',
        '^shared/ports/(?!memory/)',
        '^functions/middleware/',
        '^node_modules/zod/',
      ],
      'handlers translate between contracts and use cases',
    ),
    mayImport(
      'entry-points-wire',
      { path: '^functions/[^/]+/index\\.ts$' },
      ['^shared/(?!ports/memory/)', '^functions/middleware/', '^functions/[^/]+/handler\\.ts$', packages],
      'an entry point wires what is in shared',
    ),
    mayImport(
      'infra',
      { path: '^infra/', pathNot: '^infra/local/' },
      [
        '^infra/(?!local/)',
        '^shared/contracts/',
        '^shared/landlords/',
        '^shared/notices/',
        '^cdk\\.json$',
        packages,
        builtins,
      ],
      'infrastructure knows names, landlords and wording, never behaviour',
    ),
    {
      name: 'product-imports-no-test-or-local-stack',
      severity: 'error',
      from: { path: '^(shared|functions)/|^infra/(?!local/)' },
      to: { path: '^(test|infra/local)/' },
    },
    {
      name: 'local-stack-imports-no-test',
      severity: 'error',
      from: { path: '^infra/local/' },
      to: { path: '^test/' },
    },
    {
      name: 'memory-twins-are-for-tests',
      severity: 'error',
      from: { pathNot: '^(test|shared/ports/memory)/' },
      to: { path: '^shared/ports/memory/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    builtInModules: { add: ['node:test'] },
  },
};
