import { Input, Select } from 'antd';
import { useFields, type Filters } from './catalogue.ts';
import { useWords } from '../session/words.tsx';

interface Props {
  readonly onNarrow: (name: keyof Filters, value: string | undefined) => void;
}

export function ItemsFilters({ onNarrow }: Props) {
  const fields = useFields();
  const stages = useWords('catalogue', 'stage');
  return (
    <>
      <Input.Search
        allowClear
        placeholder="编码、名称、内容"
        style={{ width: 240 }}
        onSearch={(q) => onNarrow('q', q.trim())}
      />
      <Select
        allowClear
        aria-label="领域"
        placeholder="领域"
        style={{ width: 180 }}
        options={(fields.data ?? []).map((f) => ({ value: f.code, label: f.title }))}
        onChange={(field?: string) => onNarrow('field', field)}
      />
      <Select
        allowClear
        aria-label="五公开"
        placeholder="五公开"
        style={{ width: 120 }}
        options={stages.options}
        onChange={(stage?: string) => onNarrow('stage', stage)}
      />
      <label>
        生效日{' '}
        <Input type="date" style={{ width: 150 }} onChange={(event) => onNarrow('on', event.target.value)} />
      </label>
    </>
  );
}
