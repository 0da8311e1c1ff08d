import { Button, Radio, Space, Spin } from 'antd';
import { useState } from 'react';
import { DayField } from '../frame/day.field.tsx';
import { Page } from '../frame/page.tsx';
import { oneOf, useSaved, type Kept } from '../frame/saved.ts';
import { today } from '../frame/time.ts';
import { useAgenda, type Entry } from './agenda.ts';
import { DaysGrid } from './days.grid.tsx';
import { MoveDialog } from './move.dialog.tsx';
import { stretchAround, turned, type View } from './stretch.ts';

interface Looked {
  readonly view: View;
  readonly day: string;
}
const kept: Kept<Looked> = {
  view: oneOf(['month', 'week']),
  day: (words) => (/^20\d\d-\d\d-\d\d$/.test(words) && !Number.isNaN(Date.parse(words)) ? words : undefined),
};

export function AgendaPage() {
  const { saved, narrow } = useSaved(kept);
  const { view = 'month', day = today() } = saved;
  const agenda = useAgenda(stretchAround(day, view));
  const [moving, setMoving] = useState<{ readonly entry: Entry; readonly day: string }>();
  return (
    <Page title="日历" beside={<Turning view={view} day={day} onTurn={narrow} />} errors={[agenda.error]}>
      {agenda.data === undefined ? (
        agenda.isPending && <Spin />
      ) : (
        <DaysGrid
          agenda={agenda.data}
          month={view === 'month' ? day.slice(0, 7) : null}
          onMove={(entry, to) => setMoving({ entry, day: to })}
        />
      )}
      {moving !== undefined && moving.entry.move !== null && (
        <MoveDialog
          key={moving.entry.key}
          entry={moving.entry}
          move={moving.entry.move}
          day={moving.day}
          onClose={() => setMoving(undefined)}
        />
      )}
    </Page>
  );
}

interface TurningProps extends Looked {
  readonly onTurn: (to: Partial<Looked>) => void;
}

const Turning = ({ view, day, onTurn }: TurningProps) => (
  <Space wrap className="towncrier-unprinted">
    <Radio.Group
      optionType="button"
      aria-label="按月或按周"
      value={view}
      onChange={({ target }) => onTurn({ view: target.value as View })}
      options={[
        { value: 'month', label: '月' },
        { value: 'week', label: '周' },
      ]}
    />
    <Button onClick={() => onTurn({ day: turned(day, view, -1) })}>
      {view === 'month' ? '上个月' : '上一周'}
    </Button>
    <DayField aria-label="日期" allowClear={false} value={day} onChange={(to) => onTurn({ day: to })} />
    <Button onClick={() => onTurn({ day: turned(day, view, 1) })}>
      {view === 'month' ? '下个月' : '下一周'}
    </Button>
    <Button onClick={() => onTurn({ day: today() })}>今天</Button>
  </Space>
);
