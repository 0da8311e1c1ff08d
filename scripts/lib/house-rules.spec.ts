import { describe, expect, it } from 'vitest';
import { channelFaults, fileRules } from './house-rules.ts';

const file = (path: string, text = '') => ({ path, text, lines: text.split('\n').length });
const faultsOf = (path: string, text = ''): string[] =>
  fileRules
    .filter((rule) => rule.applies(path))
    .flatMap((rule) => rule.faults(file(path, text)).map(() => rule.name));

describe('the rules of the house', () => {
  it.each([
    ['names', 'packages/media/src/utils.ts', ''],
    ['names', 'packages/media/src/helpers/a.ts', ''],
    ['kebab-case', 'services/hub/src/myService.ts', ''],
    ['subjects', 'services/hub/src/a.ts', "publish('towncrier.release.v1.urgent')"],
    ['environment', 'services/hub/src/a.ts', 'const port = process.env.PORT;'],
    ['operations', 'services/hub/src/a.ts', "if (row.operation === 'withdraw') take();"],
    ['casts', 'services/hub/src/a.ts', 'const doc = found as unknown as Doc;'],
    ['casts', 'services/hub/src/a.spec.ts', 'const doc = found\n  as unknown as Doc;'],
    ['secrets', 'services/hub/src/a.ts', "import { timingSafeEqual } from 'node:crypto';"],
    ['barrels', 'packages/media/src/index.ts', "export * from './qr.ts';"],
    ['default exports', 'services/hub/src/a.ts', 'export default class {}'],
    ['console roles', 'services/console/src/a.tsx', "may(session, 'system-admin')"],
    ['console states', 'services/console/src/a.tsx', "const editable = ['draft'];"],
    ['console states', 'services/console/src/a.ts', 'if (p.state === other) take();'],
    ['machine paths', 'docs/a.md', 'see /home/somebody/notes.md'],
    ['registries', 'pnpm-lock.yaml', 'resolution: {tarball: https://example.org/a.tgz}'],
  ])('catch a fault against %s in %s', (rule, path, text) => expect(faultsOf(path, text)).toEqual([rule]));

  it('leave decent code alone', () => {
    expect(
      faultsOf(
        'services/hub/src/publications/publication.decide.ts',
        "import { z } from 'zod';\nexport const decide = 1;\n",
      ),
    ).toEqual([]);
    expect(faultsOf('services/console/src/frame/colours.ts', "draft: 'gold', is: 'draft'")).toEqual([]);
    expect(faultsOf('services/console/src/a.tsx', "of.standing.state === 'abolished'")).toEqual([]);
    expect(faultsOf('packages/e2e/src/town.ts', 'const env = process.env;')).toEqual([]);
    expect(faultsOf('contracts/src/subjects.ts', "'towncrier.release.v1.*'")).toEqual([]);
  });

  it('want everything of a channel in its folder, and a port of its own', () => {
    const whole = [
      'README.md',
      'src/channel.ts',
      'src/main.ts',
      'src/collections.ts',
      'src/settings.ts',
      'twin/twin.ts',
      'test/conformance.spec.ts',
    ];
    const channel = (id: string, port: number, files = whole) => [
      file(`services/channel-${id}/package.json`, JSON.stringify({ towncrier: { port } })),
      ...files.map((f) => file(`services/channel-${id}/${f}`)),
    ];
    expect(channelFaults([...channel('a', 11), ...channel('b', 12)])).toEqual([]);
    expect(channelFaults(channel('a', 11, whole.slice(1)))).toEqual(['services/channel-a: has no README.md']);
    expect(channelFaults([...channel('a', 11), ...channel('b', 11)])).toEqual([
      'services/channel-b: port 11 is taken by another channel',
    ]);
    expect(channelFaults(channel('a', 8))).toEqual([
      'services/channel-a: towncrier.port is 8; choose a free number from 11 to 30',
    ]);
  });
});
