// Imports go one way: schemas <- detectors <- services; drivers stay in services/adapters.
const room = name => `^${name}/`
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'schemas-import-nothing-of-ours',
      severity: 'error',
      from: { path: room('schemas') },
      to: { path: '^(detectors|services|test)/' },
    },
    {
      name: 'detectors-import-only-schemas',
      severity: 'error',
      from: { path: room('detectors') },
      to: { path: '^(services|test)/' },
    },
    {
      name: 'detectors-are-pure',
      comment: 'no I/O, clock, logger or randomness: neither node: modules nor drivers',
      severity: 'error',
      from: { path: room('detectors') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'drivers-only-in-adapters',
      severity: 'error',
      from: { path: room('services'), pathNot: '^services/adapters/' },
      to: {
        path: '^(node:)?sqlite$|^node_modules/(kafkajs|@influxdata|pg|undici|snappyjs|lz4js|openid-client)/',
      },
    },
    {
      name: 'a-service-is-reached-through-its-door',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: {
        path: '^services/[^/]+/.+',
        pathNot: [
          '^services/$1/',
          '^services/[^/]+/index\\.ts$',
          '^services/adapters/[^/]+/(port|index)\\.ts$',
        ],
      },
    },
    {
      name: 'the-console-knows-the-api-alone',
      comment: 'it runs in a browser; only the maker of its types starts the service',
      severity: 'error',
      from: { path: '^services/console/', pathNot: '^services/console/generate-types\\.ts$' },
      to: { path: '^(schemas|detectors|test|services/(?!console/))' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(schemas|detectors|services)/' },
      to: { path: room('test') },
    },
    {
      name: 'the-population-knows-no-detector',
      comment:
        'what detectors are measured on is made without them, and without what their tests are made of',
      severity: 'error',
      from: { path: '^test/evaluate/population/' },
      to: { path: '^(detectors|test/detectors)/', reachable: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(schemas|detectors|services)/',
        pathNot: '^services/(node-guard|api/pages/sign-in)\\.js$|\\.d\\.ts$|^services/console/',
      },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^services/console/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
