import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublicationView } from '../../publications/publication.view.ts';
import { notice } from '../../testing/hub.client.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import { WarningsLab } from '../../testing/warnings.lab.ts';

let town: WarningsLab;
beforeEach(async () => {
  town = await WarningsLab.open();
});
afterEach(() => town.lab.close());

/** The clock of the town begins on 2026-11-23 at 9:00 in China. */
const untilTwenty = { expiresAt: '2026-11-23T01:20:00.000Z' };
const pastIt = 21 * 60_000;
const written = (schedule?: object): Promise<PublicationView> =>
  town.duty.act('', { ...notice, lane: 'urgent', ...(schedule === undefined ? {} : { schedule }) });
const asking = ({ id, version }: PublicationView) =>
  town.duty.post<PublicationView>(`/api/v1/publications/${id}/urgent`, { version, reason: '主管道爆裂' });

describe('an urgent notice that the duty officer wrote', () => {
  it('is not asked for before it says until when', async () => {
    expect(await asking(await written())).toMatchObject({
      body: { code: 'no-expiry', detail: expect.stringContaining('失效时间') },
    });
  });

  it('whose time is over is refused when it is asked for', async () => {
    const draft = await written(untilTwenty);
    town.lab.pass(pastIt);
    expect(await asking(draft)).toMatchObject({ body: { code: 'term-over' } });
  });

  it('whose time is over is refused when the second person confirms it', async () => {
    const { body } = await asking(await written(untilTwenty));
    town.lab.pass(pastIt);
    const seen = { version: body.version, contentHash: body.editions[0]?.contentHash };
    const late = await town.duty2.post(`/api/v1/publications/${body.id}/urgent/confirm`, seen);
    expect(late).toMatchObject({ status: 422, body: { code: 'term-over' } });
    expect(town.lab.broker.published).toEqual([]);
  });

  it('whose time is over is refused when it was approved and is released', async () => {
    const room = await Newsroom.of(town.lab);
    const draft = await room.editor.act('', { ...notice, lane: 'urgent', schedule: untilTwenty });
    const { id, version } = await room.approved(draft);
    town.lab.pass(pastIt);
    const late = await room.editor.post(`/api/v1/publications/${id}/publish`, { version });
    expect(late).toMatchObject({ status: 422, body: { code: 'term-over' } });
    expect(town.lab.broker.published).toEqual([]);
  });
});
