import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublicationView } from '../../publications/publication.view.ts';
import { WarningsLab } from '../../testing/warnings.lab.ts';

let town: WarningsLab;
beforeEach(async () => {
  town = await WarningsLab.open();
});
afterEach(() => town.lab.close());

const choices = { hazard: '暴雨', level: 'red', area: '532502002000' };
const again = { level: '一级（红色）', area: '灵泉街道' };
const ask = (by = town.duty, body: object = choices) =>
  by.post<PublicationView>('/api/v1/warnings/own', body);
const confirm = ({ id, version, editions }: PublicationView, choice: object, by = town.duty2) =>
  by.post<PublicationView>(`/api/v1/publications/${id}/urgent/confirm`, {
    version,
    contentHash: editions.at(-1)?.contentHash,
    ...choice,
  });

describe('a warning that was chosen in the form', () => {
  it('goes out when the second person chose the same level and area, and not before', async () => {
    const { status, body } = await ask();
    expect({ status, state: body.state }).toEqual({ status: 201, state: 'awaiting-confirmation' });

    const other = await confirm(body, { ...again, level: '四级（蓝色）' });
    expect(other).toMatchObject({
      status: 409,
      body: { code: 'chosen-otherwise', detail: expect.stringMatching(/一级（红色）.*四级（蓝色）/) },
    });
    expect(await confirm(body, {})).toMatchObject({ status: 409, body: { code: 'chosen-otherwise' } });
    expect(await confirm(body, again, town.duty)).toMatchObject({ status: 403, body: { code: 'four-eyes' } });
    expect(await town.stateOf(body.id)).toBe('awaiting-confirmation');

    expect(await confirm(body, again)).toMatchObject({ status: 200, body: { state: 'released' } });
  });

  it('is not made of what is not there, nor by whoever is not on duty', async () => {
    const unknown = await ask(town.duty, { ...choices, hazard: '陨石' });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown-choice' } });
    expect(await ask(await town.lab.signedIn('editor'))).toMatchObject({ status: 403 });
  });
});
