import { Checkbox, Select, Space } from 'antd';
import type { MatrixTotals } from '../api/hub.types.ts';
import { useChannels } from '../channels/channels.ts';
import { DayField } from '../frame/day.field.tsx';
import { SearchField } from '../frame/words.field.tsx';
import { everyBody, useOrganisations } from '../organisation/organisations.ts';
import { useWords } from '../session/words.tsx';
import type { Narrowed } from './matrix.saved.ts';

interface Props {
  readonly saved: Narrowed;
  readonly onNarrow: (more: Narrowed) => void;
}

/** What narrows the matrix. */
export const MatrixFilters = ({ causes, ...rest }: Props & { readonly causes: MatrixTotals['causes'] }) => (
  <Space wrap>
    <SearchField
      aria-label="查找"
      placeholder="标题、文号或编号"
      style={{ width: 220 }}
      saved={rest.saved.q}
      onSay={(q) => rest.onNarrow({ q })}
    />
    <Days {...rest} />
    <Bodies {...rest} />
    <Places {...rest} />
    <Causes {...rest} causes={causes} />
    <Checkbox
      checked={rest.saved.hand === 'yes'}
      onChange={(event) => rest.onNarrow({ hand: event.target.checked ? 'yes' : undefined })}
    >
      只看需要人工的
    </Checkbox>
  </Space>
);

const Days = ({ saved, onNarrow }: Props) => (
  <>
    <label>
      发布于{' '}
      <DayField style={{ width: 150 }} value={saved.from ?? ''} onChange={(from) => onNarrow({ from })} />
    </label>
    <label>
      至 <DayField style={{ width: 150 }} value={saved.to ?? ''} onChange={(to) => onNarrow({ to })} />
    </label>
  </>
);

function Bodies({ saved, onNarrow }: Props) {
  const organisations = useOrganisations();
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label="机构"
      placeholder="全部机构"
      style={{ width: 190 }}
      value={saved.organisation ?? null}
      options={everyBody(organisations.data?.tree ?? []).map((o) => ({ value: o.code, label: o.name }))}
      onChange={(organisation?: string) => onNarrow({ organisation })}
    />
  );
}

function Places({ saved, onNarrow }: Props) {
  const channels = useChannels();
  const states = useWords('deliveries', 'state');
  return (
    <>
      <Select
        allowClear
        aria-label="渠道"
        placeholder="全部渠道"
        style={{ width: 150 }}
        value={saved.channel ?? null}
        options={(channels.data ?? []).map((c) => ({ value: c.id, label: c.title }))}
        onChange={(channel?: string) => onNarrow({ channel })}
      />
      <Select
        allowClear
        aria-label="状态"
        placeholder="全部状态"
        style={{ width: 150 }}
        value={saved.state ?? null}
        options={states.options}
        onChange={(state?: Narrowed['state']) => onNarrow({ state })}
      />
    </>
  );
}

const Causes = ({ saved, onNarrow, causes }: Props & { readonly causes: MatrixTotals['causes'] }) => (
  <Select
    allowClear
    aria-label="原因"
    placeholder="全部原因"
    style={{ width: 240 }}
    value={saved.cause ?? null}
    options={[
      ...causes.map(({ key, words, count }) => ({ value: key, label: `${words}（${count}）` })),
      // an address may name what nothing has any more
      ...(saved.cause === undefined || causes.some(({ key }) => key === saved.cause)
        ? []
        : [{ value: saved.cause, label: '已没有这个原因的投递' }]),
    ]}
    onChange={(cause?: string) => onNarrow({ cause })}
  />
);
