import { Form } from 'antd';
import { describe, expect, it } from 'vitest';
import { channel } from '../testing/samples.ts';
import { hubFor, screen, show } from '../testing/screen.tsx';
import { MatterFields } from './matter.fields.tsx';
import type { Written } from './written.ts';

const field = { kind: 'text' as const };
function Page() {
  const [form] = Form.useForm<Written>();
  return (
    <Form form={form} initialValues={{ matter: { type: 'outage', column: 'tzgg' } }}>
      <MatterFields form={form} />
    </Form>
  );
}

describe('the fields of a type', () => {
  it('are marked where the type cannot do without them', async () => {
    hubFor('editor')
      .on('get', '/api/v1/channels', { channels: [channel('sms', '短信')] })
      .on('get', '/api/v1/columns', { items: [] })
      .on('get', '/api/v1/publication-types', { items: [] })
      .on('get', '/api/v1/catalogue/items', { items: [] })
      .on('get', '/api/v1/publication-types/{code}/form', {
        fields: [
          { ...field, key: 'area', title: '停水范围', required: true },
          { ...field, key: 'period', title: '停水时段', kind: 'period', required: true },
          { ...field, key: 'note', title: '备注', required: false },
        ],
      });
    show(<Page />);
    const marked = (await screen.findAllByText(/停水|备注/u)).map((label) => [
      label.textContent,
      label.classList.contains('ant-form-item-required'),
    ]);
    expect(marked).toEqual([
      ['停水范围', true],
      ['停水时段', true],
      ['备注', false],
    ]);
  });
});
