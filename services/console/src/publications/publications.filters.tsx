import { Input, Select, Space } from 'antd';
import type { PublicationState } from '../api/hub.types.ts';
import { useColumns } from '../columns/columns.ts';
import { useOrganisations, type OrganisationNode } from '../organisation/organisations.ts';
import type { Filters } from './publications.ts';
import { useWords } from '../session/words.tsx';

const flat = (tree: readonly OrganisationNode[]): readonly OrganisationNode[] =>
  tree.flatMap((o) => [o, ...flat(o.children)]);

interface Props {
  readonly onNarrow: (more: Filters) => void;
}

/** What narrows the list. */
export const PublicationsFilters = ({ onNarrow }: Props) => (
  <Space wrap>
    <Input.Search
      allowClear
      placeholder="标题、文号、正文中的词"
      style={{ width: 240 }}
      onSearch={(q) => onNarrow({ q: q.trim() })}
    />
    <States onNarrow={onNarrow} />
    <Homes onNarrow={onNarrow} />
    <Input
      allowClear
      placeholder="公开事项编码"
      style={{ width: 140 }}
      onPressEnter={(event) => onNarrow({ item: event.currentTarget.value.trim() })}
      onClear={() => onNarrow({ item: '' })}
    />
    <label>
      期限不晚于{' '}
      <Input
        type="date"
        style={{ width: 150 }}
        onChange={(event) => onNarrow({ dueBefore: event.target.value })}
      />
    </label>
  </Space>
);

const States = ({ onNarrow }: Props) => (
  <Select
    allowClear
    aria-label="状态"
    placeholder="状态"
    style={{ width: 130 }}
    options={useWords('list', 'state').options}
    onChange={(state?: PublicationState) => onNarrow({ state })}
  />
);

/** Whose they are, and where they stand. */
function Homes({ onNarrow }: Props) {
  const columns = useColumns();
  const organisations = useOrganisations();
  return (
    <>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="机构"
        style={{ width: 200 }}
        options={flat(organisations.data?.tree ?? []).map((o) => ({ value: o.code, label: o.name }))}
        onChange={(organisation?: string) => onNarrow({ organisation })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="栏目"
        style={{ width: 160 }}
        options={(columns.data ?? []).map((c) => ({ value: c.code, label: c.title }))}
        onChange={(column?: string) => onNarrow({ column })}
      />
    </>
  );
}
