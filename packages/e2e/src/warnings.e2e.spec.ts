import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSentAt } from '../../../scripts/try/cap.instants.ts';
import type { HubClient, Publication } from './hub.client.ts';
import { Town } from './town.ts';

const sample = fileURLToPath(
  new URL('../../../services/hub/test/warnings/red-flash-flood.xml', import.meta.url),
);
const field = (xml: string, name: string): string =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';

/** What the same sender sends when it is over. */
const cancelOf = (xml: string): string =>
  xml
    .replace('>Alert<', '>Cancel<')
    .replace('_0</identifier>', '_1</identifier>')
    .replace(
      '<info>',
      `<references>${[field(xml, 'sender'), field(xml, 'identifier'), field(xml, 'sent')].join()}</references><info>`,
    )
    .replaceAll(/<headline>[^<]*/g, '<headline>解除山洪灾害预警')
    .replaceAll(/<description>[^<]*/g, '<description>小龙潭镇水位已回落至警戒水位以下。');

describe('a red warning with a headline of 120 characters, two infos and a rare character', () => {
  let town: Town;
  let duty: HubClient;
  let xml: string;
  let warning: Publication;
  beforeAll(async () => {
    town = await Town.start();
    duty = await town.person('duty');
    xml = asSentAt(await readFile(sample, 'utf8'), new Date());
  });
  afterAll(async () => {
    await town.stop();
  });

  it('is on all seven channels, with what each has room for', async () => {
    const taken = (await duty.call('POST', '/api/v1/warnings', { xml })) as Publication;
    const second = await town.person('duty2');
    const contentHash = taken.editions[0]?.contentHash;
    warning = await second.act(taken, 'urgent/confirm', { contentHash });
    const board = await town.complete(warning);

    expect(board.rows.map((r) => [r.channel, r.state]).toSorted()).toEqual(
      [...town.channels].toSorted().map((channel) => [channel, 'confirmed']),
    );
    expect(town.channels.length).toBeGreaterThanOrEqual(7);
    const page = await (await fetch(warning.page)).text();
    for (const words of ['𠮷村', '乐白道街道', '三级（黄色）', '一级（红色）', '立即向高处转移', '关好门窗'])
      expect(page).toContain(words);
  });

  it('is lifted in the words of its issuer, not taken back', async () => {
    const lifted = (await duty.call('POST', '/api/v1/warnings', { xml: cancelOf(xml) })) as Publication;
    expect(lifted).toMatchObject({ id: warning.id, state: 'lifted' });
    await town.complete(lifted);

    const page = await (await fetch(warning.page)).text();
    expect(page).toContain('预警解除');
    expect(page).toContain('水位已回落至警戒水位以下');
    expect(page).not.toMatch(/已撤回|有效期已过|请勿再据此办理/);
    const cap = await fetch(`${town.hubUrl}/api/public/v1/warnings/${warning.id}/cap`);
    expect(await cap.text()).toContain('<msgType>Cancel</msgType>');
  });
});
