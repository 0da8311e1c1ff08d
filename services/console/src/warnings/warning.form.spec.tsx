import { expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { publication, step } from '../testing/samples.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { WarningForm } from './warning.form.tsx';

const own = { ...step('own', '请求发布'), ask: [] };
const measures = { red: '立即转移。', orange: '准备转移。', yellow: '减少外出。', blue: '关注天气。' };
const town = () =>
  hubFor('duty-officer').on('get', '/api/v1/warnings/own', {
    hazards: [{ name: '暴雨', hours: 6, measures }],
    levels: [
      { level: 'red', name: '一级（红色）', paper: '#c00000', ink: '#ffffff' },
      { level: 'blue', name: '四级（蓝色）', paper: '#0050b3', ink: '#ffffff' },
    ],
    areas: [
      { code: '532502000000', name: '开远市' },
      { code: '532502002000', name: '灵泉街道' },
    ],
  });
const tap = async (user: ReturnType<typeof show>, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await user.click(await screen.findByRole('button', { name }));
};

it('asks for a warning in four taps, with the usual words and hours left to the hub', async () => {
  const hub = town().on('post', '/api/v1/warnings/own', publication());
  const user = show(<WarningForm step={own} />);
  await tap(user, '暴雨', '一级（红色）', '灵泉街道');
  expect(screen.getByLabelText<HTMLTextAreaElement>('应当采取的措施').value).toBe('立即转移。');
  await tap(user, '请求发布');

  await waitFor(() => expect(location.pathname).toBe('/publication/7K3QZP4M'));
  const [sent] = hub.to('post', '/warnings/own');
  expect(sent?.body).toEqual({ hazard: '暴雨', level: 'red', area: '532502002000' });
  expect(sent?.attempt).toMatch(/^[\w-]{8,64}$/);
});

it('cannot be asked for before all three are chosen', async () => {
  town();
  const user = show(<WarningForm step={own} />);
  await tap(user, '暴雨', '四级（蓝色）');

  expect(button('请求发布').hasAttribute('disabled')).toBe(true);
});

it('keeps what was chosen and names the same attempt when the hub could not take it', async () => {
  const hub = town().on('post', '/api/v1/warnings/own', refusal(503, '暂时不能办理，请再试'));
  const user = show(<WarningForm step={own} />);
  await tap(user, '暴雨', '一级（红色）', '全县（开远市）', '请求发布');
  expect(await screen.findByText('暂时不能办理，请再试')).toBeTruthy();
  await tap(user, '请求发布');

  await waitFor(() => expect(hub.to('post', '/warnings/own')).toHaveLength(2));
  const attempts = hub.to('post', '/warnings/own').map(({ attempt }) => attempt);
  expect(new Set(attempts).size).toBe(1);
});
