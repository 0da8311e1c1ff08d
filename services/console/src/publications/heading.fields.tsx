import { Form, Input } from 'antd';
import { DayField } from '../frame/day.field.tsx';
import type { TitleProposal } from '../api/hub.types.ts';

/** What stands above the text; a text that is read fills in what it says. */
export const HeadingFields = ({ shortTitles }: { shortTitles: readonly TitleProposal[] }) => (
  <div className="towncrier-write-heading">
    <Form.Item
      name="title"
      label="标题"
      rules={[{ required: true, whitespace: true, message: '请填写标题' }]}
    >
      <Input maxLength={200} />
    </Form.Item>
    <Form.Item
      name="shortTitle"
      label="短标题（短信、LED 等）"
      extra={shortTitles.map(({ channel, title, max, text }) => (
        <div key={channel}>
          {title}（{max} 字）：{text}
        </div>
      ))}
    >
      <Input maxLength={64} placeholder={shortestOf(shortTitles)} />
    </Form.Item>
    <Form.Item name="issuer" label="发布机构">
      <Input maxLength={100} placeholder="留空则为本单位" />
    </Form.Item>
    <Form.Item name="documentNumber" label="文号">
      <Input maxLength={60} placeholder="如 开政办发〔2026〕8号" />
    </Form.Item>
    <Form.Item name="writtenOn" label="成文日期">
      <DayField />
    </Form.Item>
  </div>
);

/** It fits every channel. */
const shortestOf = (proposals: readonly TitleProposal[]): string =>
  proposals.toSorted((a, b) => a.max - b.max)[0]?.text ?? '留空则使用标题';
