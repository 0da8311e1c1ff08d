import { Button, Form, Input, Select, Space } from 'antd';
import type { Asked } from './steps.ts';

type Rows = Extract<Asked, { kind: 'rows' }>;
type Cell = Rows['row'][number];
type Known = Rows['known'][number];

/** A list in an order: rows that are known already are taken as they are, others are written. */
export const RowsItem = ({ question: { name, label, most, row, known } }: { question: Rows }) => (
  <Form.Item label={label}>
    <Form.List name={name}>
      {(fields, { add, remove, move }) => (
        <Space orientation="vertical" style={{ width: '100%' }}>
          {fields.map(({ key, name: at }, n) => (
            <Space key={key} align="baseline" wrap>
              {n + 1}
              {row.map((cell) => (
                <CellItem key={cell.name} cell={cell} at={at} />
              ))}
              <Button size="small" disabled={n === 0} onClick={() => move(n, n - 1)}>
                上移
              </Button>
              <Button size="small" onClick={() => remove(at)}>
                移除
              </Button>
            </Space>
          ))}
          {fields.length < most && <More label={label} row={row} known={known} onAdd={add} />}
        </Space>
      )}
    </Form.List>
  </Form.Item>
);

function CellItem({ cell: { name, label, required, ...cell }, at }: { cell: Cell; at: number }) {
  return (
    <Form.Item noStyle name={[at, name]} rules={[{ required, message: `请填写${label}` }]}>
      {cell.kind === 'line' ? (
        <Input aria-label={label} placeholder={label} maxLength={cell.longest} style={{ width: 150 }} />
      ) : (
        <Select
          aria-label={label}
          placeholder={label}
          style={{ width: 180 }}
          options={cell.choices.map(({ value, title }) => ({ value, label: title }))}
        />
      )}
    </Form.Item>
  );
}

interface MoreProps extends Pick<Rows, 'label' | 'row' | 'known'> {
  readonly onAdd: (row: Known) => void;
}

/** A known row goes by what its lines say. */
function More({ label, row, known, onAdd }: MoreProps) {
  const lines = row.filter((cell) => cell.kind === 'line').map((cell) => cell.name);
  const nameOf = (one: Known): string => lines.map((name) => one[name]).join(' ');
  return (
    <Space wrap>
      {known.map((one) => (
        <Button key={nameOf(one)} size="small" onClick={() => onAdd(one)}>
          ＋{nameOf(one)}
        </Button>
      ))}
      <Button size="small" type="dashed" aria-label={`${label}：另写一行`} onClick={() => onAdd({})}>
        ＋另写一行
      </Button>
    </Space>
  );
}
