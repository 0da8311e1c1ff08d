import { expect, it } from 'vitest';
import { WritePage } from '../publications/write.page.tsx';
import { refusal } from '../testing/fake.hub.ts';
import { button, screen, show, waitFor, within } from '../testing/screen.tsx';
import { asDocument, town, written } from '../testing/writing.tsx';

const blanks = [
  { key: 'area', title: '停水范围', kind: 'text' as const, hint: '如 灵泉东路' },
  { key: 'period', title: '公示期', kind: 'period' as const },
];
const office = () =>
  town()
    .on('get', '/api/v1/templates', { items: [{ code: 'water-outage', title: '停水通知', blanks }] })
    .on('post', '/api/v1/templates/{code}/fill', {
      title: '关于灵泉东路停水的通知',
      body: asDocument('灵泉东路停水。'),
      matter: { type: 'outage', column: 'tzgg', fields: { service: '停水', area: '灵泉东路' } },
    });

async function filled(user: ReturnType<typeof show>) {
  await user.click(await screen.findByRole('button', { name: '用模板…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('combobox'));
  await user.click(await screen.findByText('停水通知'));
  await user.type(await dialog.findByLabelText('停水范围'), '灵泉东路');
  await user.click(button('填入正文'));
}

it('a template asks for what is missing, once, and becomes title, text and matter', async () => {
  const hub = office();
  const user = show(<WritePage />);
  await filled(user);

  await waitFor(async () => expect(await written()).toBe('灵泉东路停水。'));
  expect((screen.getByLabelText('标题') as HTMLInputElement).value).toBe('关于灵泉东路停水的通知');
  const [sent] = hub.to('post', '/fill');
  expect([sent?.path, sent?.body]).toEqual([
    '/api/v1/templates/water-outage/fill',
    { values: { area: '灵泉东路' } },
  ]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('a refusal leaves what was filled in where it is', async () => {
  office().on('post', '/api/v1/templates/{code}/fill', refusal(404, '没有这个模板；请刷新页面后重新选择'));
  const user = show(<WritePage />);
  await filled(user);

  expect(await screen.findByText(/没有这个模板/u)).toBeTruthy();
  expect((screen.getByLabelText('停水范围') as HTMLInputElement).value).toBe('灵泉东路');
});
