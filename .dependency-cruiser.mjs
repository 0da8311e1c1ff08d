const test = '\\.(spec|bench)\\.tsx?$|/test/|/testing/';
/** Files, network, processes and frameworks. */
const outside = '^(node:)?(fs|path|http|https|net|child_process|os)(/|$)|node_modules/@nestjs/';
const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** Floors of the hub, from below: each stands on those before it. What is in no folder stands above them all. */
const hub = '^services/hub/src/';
const floors = ['ports', 'http', 'trail', 'access', 'publications', 'surroundings'];
const below = (floor) => floors.slice(0, floors.indexOf(floor) + 1).join('|');

/** The boundaries of the house (docs/ARCHITECTURE.md). Circles of folders: .dependency-cruiser.folders.mjs. */
export default {
  forbidden: [
    error('no-cycle', 'A circle of imports has no first reader.', {}, { circular: true }),
    error(
      'contracts-stand-alone',
      'Contracts import only the schema library.',
      { path: '^contracts/src', pathNot: test },
      { pathNot: ['^contracts/src', 'node_modules/zod/', '^zod$'] },
    ),
    error(
      'channels-apart',
      'No channel imports another channel.',
      { path: '^services/(channel-[^/]+)/' },
      { path: '^services/channel-', pathNot: '^services/$1/' },
    ),
    error(
      'channels-without-hub',
      'A channel never needs the hub, the monitor or the console.',
      { path: '^services/channel-' },
      { path: '^services/(hub|monitor|console|twins)/' },
    ),
    error(
      'hub-knows-no-channel',
      'Channels announce themselves; nothing imports one.',
      { path: '^(services/(hub|monitor|console)|packages|contracts)/', pathNot: '^packages/e2e/' },
      { path: '^services/channel-' },
    ),
    error(
      'services-apart',
      'Every service owns its store: none imports another.',
      { path: '^services/(hub|monitor|console|twins)/' },
      { path: '^services/(hub|monitor|console|twins)/', pathNot: '^services/$1/' },
    ),
    ...floors.map((floor) =>
      error(
        `hub-floor-${floor}`,
        'A floor of the hub stands on those below it and knows nothing of those above.',
        { path: `${hub}${floor}/`, pathNot: test },
        { path: hub, pathNot: `${hub}(${below(floor)})/` },
      ),
    ),
    error(
      'packages-below-services',
      'Packages do not know services.',
      { path: '^packages/', pathNot: '^packages/e2e/' },
      { path: '^services/' },
    ),
    error(
      'broker-only-in-messaging',
      'Only messaging speaks to the broker.',
      { path: '^(contracts|packages|services)/', pathNot: ['^packages/messaging/', '^packages/e2e/'] },
      { path: 'node_modules/@nats-io/|^@nats-io/' },
    ),
    error(
      'store-only-in-storage',
      'Only storage imports mongoose and node:sqlite.',
      { path: '^(contracts|packages|services)/', pathNot: ['^packages/storage/', '^packages/e2e/'] },
      { path: 'node_modules/mongoose/|^mongoose$|^(node:)?sqlite$' },
    ),
    error(
      'sharp-only-in-media',
      'Only media imports sharp.',
      { path: '^(contracts|packages|services)/', pathNot: ['^packages/media/', test] },
      { path: 'node_modules/sharp/|^sharp$' },
    ),
    error(
      'adapters-without-nest',
      'Adapters and clients know no framework.',
      { path: '^services/channel-', pathNot: test },
      { path: 'node_modules/@nestjs/|^@nestjs/' },
    ),
    error(
      'content-is-pure',
      'What is made of a document depends on nothing but the document.',
      { path: '^packages/content/src', pathNot: test },
      { path: outside },
    ),
    error(
      'renderers-are-pure',
      'What a channel makes of an edition depends on nothing but the edition and the limits: a renderer knows contracts, content and its own folder.',
      { path: '^services/(channel-[^/]+)/src/render/', pathNot: test },
      { pathNot: ['^services/$1/src/render/', '^contracts/src/', '^packages/content/src/'] },
    ),
    error(
      'typesetter-only-in-media',
      'Only media imports the typesetter.',
      { path: '^(contracts|packages|services)/', pathNot: ['^packages/media/', test] },
      { path: 'node_modules/@myriaddreamin/|^@myriaddreamin/' },
    ),
    error(
      'shop-window',
      'A package is imported through its name, never by reaching into its folder.',
      { path: '^(packages|services)/([^/]+)/' },
      {
        path: '^packages/([^/]+)/src/',
        pathNot: ['^packages/[^/]+/src/(index|testing|losses)\\.ts$', '^packages/$2/'],
      },
    ),
    error(
      'resolvable',
      'What is imported is there.',
      { path: '^(contracts|packages|services)/' },
      // numfmt 4.0.1 names a file of types under its exports that it does not ship; the types stand beside its code
      { couldNotResolve: true, pathNot: '^numfmt$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.turbo|\\.cache|\\.tools)/|^scripts/templates/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@towncrier/source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json'],
    },
  },
};
