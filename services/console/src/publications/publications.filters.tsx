import { Select, Space } from 'antd';
import { DayField } from '../frame/day.field.tsx';
import type { PublicationState } from '../api/hub.types.ts';
import { useColumns } from '../columns/columns.ts';
import { everyBody, useOrganisations } from '../organisation/organisations.ts';
import { SearchField, WordsField } from '../frame/words.field.tsx';
import type { Narrowed } from './publications.saved.ts';
import { useWords } from '../session/words.tsx';

interface Props {
  readonly saved: Partial<Narrowed>;
  readonly onNarrow: (more: Partial<Narrowed>) => void;
}

/** What narrows the list. */
export const PublicationsFilters = ({ saved, onNarrow }: Props) => (
  <Space wrap>
    <SearchField
      aria-label="查找"
      placeholder="标题、文号、正文中的词"
      style={{ width: 240 }}
      saved={saved.q}
      onSay={(q) => onNarrow({ q })}
    />
    <States saved={saved} onNarrow={onNarrow} />
    <Homes saved={saved} onNarrow={onNarrow} />
    <WordsField
      aria-label="公开事项编码"
      placeholder="公开事项编码"
      style={{ width: 140 }}
      saved={saved.item}
      onSay={(item) => onNarrow({ item })}
    />
    <DayField
      aria-label="期限不晚于"
      placeholder="期限不晚于"
      value={saved.dueBefore ?? null}
      onChange={(dueBefore) => onNarrow({ dueBefore })}
    />
  </Space>
);

const States = ({ saved, onNarrow }: Props) => (
  <Select
    allowClear
    aria-label="状态"
    placeholder="状态"
    style={{ width: 130 }}
    value={saved.state ?? null}
    options={useWords('list', 'state').options}
    onChange={(state?: PublicationState) => onNarrow({ state })}
  />
);

/** Whose they are, and where they stand. */
function Homes({ saved, onNarrow }: Props) {
  const columns = useColumns();
  const organisations = useOrganisations();
  return (
    <Space wrap>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label="机构"
        placeholder="机构"
        value={saved.organisation ?? null}
        style={{ width: 200 }}
        options={everyBody(organisations.data?.tree ?? []).map((o) => ({ value: o.code, label: o.name }))}
        onChange={(organisation?: string) => onNarrow({ organisation })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label="栏目"
        placeholder="栏目"
        value={saved.column ?? null}
        style={{ width: 160 }}
        options={(columns.data ?? []).map((c) => ({ value: c.code, label: c.title }))}
        onChange={(column?: string) => onNarrow({ column })}
      />
    </Space>
  );
}
