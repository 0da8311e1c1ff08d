import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { channel, formStep, step } from '../testing/samples.ts';
import { button, hubFor, screen, show, typeDay, waitFor } from '../testing/screen.tsx';
import type { Register, Target, TargetDetail } from './targets.ts';
import { TargetsPage } from './targets.page.tsx';

const station: Target = {
  id: 'strip-station',
  title: '客运站条屏',
  kind: 'strip',
  owner: 'kys-lq',
  area: '532502002000',
  venue: 'coach-station',
  groups: ['春运'],
  position: null,
  hours: { from: '06:00', to: '22:00' },
  takes: 'everybody',
  state: { is: 'active' },
  version: 3,
  changedBy: 'operator',
  changedAt: '2026-11-23T02:00:00.000Z',
};
const detail: TargetDetail = {
  ...station,
  facts: { width: 320 },
  secrets: ['player-key'],
  steps: [formStep('change', '修改'), step('pause', '暂停')],
};
const register: Register = {
  channel: 'led',
  title: 'LED 屏',
  kinds: [
    {
      id: 'strip',
      title: '条屏',
      measure: '块屏',
      choice: 'place',
      catchesUp: true,
      facts: {
        type: 'object',
        properties: { width: { type: 'integer', title: '宽', description: '像素' } },
        required: ['width'],
        'x-secrets': [{ name: 'player-key', title: '播放器密钥' }],
      },
      secrets: ['player-key'],
    },
  ],
  steps: [formStep('create', '登记终端'), formStep('import', '导入 CSV、XLSX…')],
};

const led = (mine: Register = register) =>
  hubFor('operator')
    .on('get', '/api/v1/channels', { channels: [channel('led', 'LED 屏')] })
    .on('get', '/api/v1/areas', {
      items: [{ code: '532502002000', name: '灵泉街道', within: null }],
      venues: [{ id: 'coach-station', title: '客运站' }],
    })
    .on('get', '/api/v1/registers/{channel}', mine)
    .on('get', '/api/v1/registers/{channel}/targets', { items: [station], total: 1, next: null })
    .on('get', '/api/v1/registers/{channel}/targets/{id}', detail);

const opened = async () => {
  const user = show(<TargetsPage />);
  await user.click(await screen.findByText('strip-station'));
  await screen.findByText('播放器密钥');
  return user;
};

describe('the targets of a channel', () => {
  it('are shown by names, and narrowed by the hub', async () => {
    const hub = led();
    const user = show(<TargetsPage />);

    const line = (await screen.findByText('客运站条屏')).closest('tr');
    await waitFor(() => expect(line?.textContent).toContain('条屏kys-lq灵泉街道客运站春运启用'));
    await user.type(screen.getByPlaceholderText('编号或名称'), '客运{Enter}');

    await waitFor(() => expect(hub.to('get', '/targets').at(-1)?.query).toMatchObject({ words: '客运' }));
  });

  it('are only looked at by whoever is offered nothing', async () => {
    led({ ...register, steps: [] });
    show(<TargetsPage />);

    await screen.findByText('客运站条屏');
    expect(screen.queryByText('登记终端')).toBeNull();
    expect(screen.queryByText('导入 CSV、XLSX…')).toBeNull();
  });

  it('are changed in the form the channel declares; a secret that is set is never shown', async () => {
    const hub = led().on('put', '/api/v1/registers/{channel}/targets/{id}', detail);
    const user = await opened();

    const secret = screen.getByPlaceholderText('已设置；不填则保持不变');
    expect((secret as HTMLInputElement).value).toBe('');
    const width = screen.getByLabelText('宽');
    await user.clear(width);
    await user.type(width, '640');
    await user.click(button('保存'));

    await waitFor(() => expect(hub.to('put', '/targets/strip-station')).toHaveLength(1));
    expect(hub.to('put', '/targets/strip-station')[0]?.body).toEqual({
      version: 3,
      title: '客运站条屏',
      kind: 'strip',
      owner: 'kys-lq',
      area: '532502002000',
      venue: 'coach-station',
      groups: ['春运'],
      position: null,
      hours: { from: '06:00', to: '22:00' },
      takes: 'everybody',
      facts: { width: 640 },
      secrets: {},
    });
  });

  it('begin with what the channel takes where nothing is said, and say between which limits', async () => {
    const [strip] = register.kinds;
    const facts = {
      type: 'object',
      properties: {
        width: { type: 'integer', title: '宽', description: '像素', minimum: 64, maximum: 7680 },
        cell: { type: 'number', title: '字高', enum: [16, 32], default: 16 },
      },
      required: ['width'],
    };
    led({ ...register, kinds: strip === undefined ? [] : [{ ...strip, facts }] });
    const user = show(<TargetsPage />);
    await user.click(await screen.findByText('登记终端'));

    await screen.findByText('像素；64 至 7680');
    const cell = (await screen.findByLabelText('字高')).closest('.ant-select');
    expect(cell?.textContent).toContain('16');
  });

  it('that only carry messages are asked for no place, and lose nothing by it', async () => {
    const [strip] = register.kinds;
    const carrying = strip === undefined ? [] : [{ ...strip, choice: 'never' as const }];
    const hub = led({ ...register, kinds: carrying }).on(
      'put',
      '/api/v1/registers/{channel}/targets/{id}',
      detail,
    );
    const user = await opened();

    for (const field of ['经度', '开放时间起', '场所']) expect(screen.queryByLabelText(field)).toBeNull();
    await user.click(button('保存'));
    await waitFor(() => expect(hub.to('put', '/targets/strip-station')).toHaveLength(1));
    expect(hub.to('put', '/targets/strip-station')[0]?.body).toMatchObject({
      venue: 'coach-station',
      hours: { from: '06:00', to: '22:00' },
      takes: 'everybody',
    });
  });

  it('have a position and hours, both parts or neither', async () => {
    const hub = led().on('put', '/api/v1/registers/{channel}/targets/{id}', detail);
    const user = await opened();

    await user.type(screen.getByLabelText('经度'), '103.26');
    await user.click(button('保存'));
    expect((await screen.findAllByText('经度、纬度要一起填')).length).toBeGreaterThan(0);
    await user.type(screen.getByLabelText('纬度'), '23.71');
    await typeDay(user, screen.getByLabelText('开放时间起'), '');
    await typeDay(user, screen.getByLabelText('开放时间止'), '');
    await user.click(button('保存'));

    await waitFor(() => expect(hub.to('put', '/targets/strip-station')).toHaveLength(1));
    expect(hub.to('put', '/targets/strip-station')[0]?.body).toMatchObject({
      position: { longitude: 103.26, latitude: 23.71 },
      hours: null,
    });
  });

  it('that were refused tell each fault at its field', async () => {
    const fault = (field: string, message: string) => ({
      target: 'strip-station',
      field,
      message,
      remedy: '请更正',
    });
    led().on(
      'put',
      '/api/v1/registers/{channel}/targets/{id}',
      refusal(422, '没有任何终端被改动。', {
        rows: [
          fault('facts.width', '“宽”不对'),
          fault('position', '“位置”不对'),
          fault('secrets.player-key', '没有填写密钥'),
          fault('state', '它已停用'),
        ],
      }),
    );
    const user = await opened();
    await user.click(button('保存'));

    const fieldOf = async (words: string) =>
      (await screen.findByText(`${words}；请更正`)).closest('.ant-form-item')?.textContent;
    expect(await fieldOf('“宽”不对')).toMatch(/^宽/);
    expect(await fieldOf('没有填写密钥')).toMatch(/^播放器密钥/);
    expect(await screen.findByText('“位置”不对；请更正')).toBeTruthy();
    expect(screen.queryByText('它已停用；请更正')).toBeNull();
    expect(screen.getByText('没有任何终端被改动。')).toBeTruthy();
  });

  it('are paused with a reason, for the version that is on the screen', async () => {
    const hub = led().on('post', '/api/v1/registers/{channel}/targets/{id}/pause', detail);
    const user = await opened();

    await user.click(button('暂停'));
    await user.type(await screen.findByLabelText('理由'), '屏幕检修');
    await user.click(button('确认暂停'));

    await waitFor(() => expect(hub.to('post', '/pause')).toHaveLength(1));
    expect(hub.to('post', '/pause')[0]?.body).toEqual({ version: 3, reason: '屏幕检修' });
  });
});

describe('a table of targets', () => {
  const chosen = async () => {
    const user = show(<TargetsPage />);
    await screen.findByText('导入 CSV、XLSX…');
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (input === null) throw new Error('there is nowhere to put a file');
    await user.upload(input, new File(['编号'], '终端.csv', { type: 'text/csv' }));
    return user;
  };

  it('is tried before it is written, and written when that is confirmed', async () => {
    const hub = led().on('post', '/api/v1/registers/{channel}/import', ({ query }) => ({
      applied: query['apply'] === 'true',
      created: 1,
      changed: 0,
      unchanged: 4,
      rows: [{ row: 2, target: 'strip-bank', title: '银行条屏', what: 'created' as const, fields: [] }],
    }));
    const user = await chosen();

    expect(await screen.findByText('试读通过，尚未写入：新增 1，修改 0，不变 4')).toBeTruthy();
    await user.click(button('确认写入'));

    expect(await screen.findByText('已写入：新增 1，修改 0，不变 4')).toBeTruthy();
    expect(hub.to('post', '/import').map((s) => s.query['apply'])).toEqual(['false', 'true']);
  });

  it('with a bad row is not written, and the row is named', async () => {
    const rows = [{ row: 7, target: 'strip-9', message: '区划表中没有“1”', remedy: '请填写 12 位代码' }];
    led().on(
      'post',
      '/api/v1/registers/{channel}/import',
      refusal(422, '没有任何终端被改动。第 7 行', { rows }),
    );
    await chosen();

    expect((await screen.findByText('区划表中没有“1”')).closest('tr')?.textContent).toContain('7strip-9');
    expect(button('确认写入').hasAttribute('disabled')).toBe(true);
  });
});
