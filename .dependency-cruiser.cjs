/** The layers of the code base, from the ground up. A module imports only from layers below, through the public API. */
const layers = [
  ['users', 'settings', 'audit', 'events'],
  ['auth', 'api-keys', 'custom-fields', 'views', 'jobs'],
  ['companies', 'pipelines'],
  ['contacts'],
  ['deals'],
  ['leads', 'projects', 'tickets'],
  ['invoices', 'lead-forms', 'lead-intake'],
  ['activities', 'documents', 'emails'],
  ['webhooks', 'notifications'],
  ['workflows'],
  ['analytics', 'search', 'imports', 'access', 'retention', 'meta'],
];
const at = (names) => `^src/modules/(${names.join('|')})/`;

const noUpwardImports = layers.slice(0, -1).map((names, index) => ({
  name: `layer-${index}-imports-upwards`,
  severity: 'error',
  from: { path: at(names) },
  to: { path: at(layers.slice(index + 1).flat()) },
}));

const noNeighbourImports = layers.flatMap((names) =>
  names.map((name) => ({
    name: `${name}-imports-no-neighbour`,
    severity: 'error',
    from: { path: at([name]) },
    to: { path: at(names.filter((other) => other !== name).concat('~none')) },
  })),
);

module.exports = {
  forbidden: [
    ...noUpwardImports,
    ...noNeighbourImports,
    {
      name: 'public-api',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/([^/]+)/(?!index\\.ts$)', pathNot: '^src/modules/$1/' },
    },
    {
      name: 'platform-public-api',
      severity: 'error',
      from: { path: '^src/modules/' },
      to: { path: '^src/platform/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^src/(platform|modules)/' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/modules/' },
    },
    {
      name: 'every-module-has-a-layer',
      severity: 'error',
      from: {},
      to: { path: '^src/modules/[^/]+/', pathNot: at(layers.flat()) },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^src' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src', pathNot: '(\\.spec|\\.d)\\.ts$' },
      to: {},
    },
    {
      name: 'only-config-reads-the-environment',
      severity: 'error',
      from: { path: '^src/modules/' },
      to: { path: '^(node:)?process$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
