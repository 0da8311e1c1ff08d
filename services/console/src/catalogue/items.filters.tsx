import { Select } from 'antd';
import { DayField } from '../frame/day.field.tsx';
import { SearchField } from '../frame/words.field.tsx';
import { useWords } from '../session/words.tsx';
import { useFields, type Filters } from './catalogue.ts';

interface Props {
  readonly saved: Filters;
  readonly onNarrow: (more: Filters) => void;
}

export function ItemsFilters({ saved, onNarrow }: Props) {
  const fields = useFields();
  const stages = useWords('catalogue', 'stage');
  return (
    <>
      <SearchField
        aria-label="查找"
        placeholder="编码、名称、内容"
        style={{ width: 240 }}
        saved={saved.q}
        onSay={(q) => onNarrow({ q })}
      />
      <Select
        allowClear
        aria-label="领域"
        placeholder="领域"
        style={{ width: 180 }}
        value={saved.field ?? null}
        options={(fields.data ?? []).map((f) => ({ value: f.code, label: f.title }))}
        onChange={(field?: string) => onNarrow({ field: field ?? '' })}
      />
      <Select
        allowClear
        aria-label="五公开"
        placeholder="五公开"
        style={{ width: 120 }}
        value={saved.stage ?? null}
        options={stages.options}
        onChange={(stage?: string) => onNarrow({ stage: stage ?? '' })}
      />
      <DayField
        aria-label="生效日"
        placeholder="生效日"
        value={saved.on ?? null}
        onChange={(on) => onNarrow({ on })}
      />
    </>
  );
}
