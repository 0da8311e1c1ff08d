import { useState, type DragEvent } from 'react';
import { entriesOn, type Agenda, type Day, type Entry } from './agenda.ts';
import { EntryItem } from './entry.item.tsx';
import { weekdayOf } from './stretch.ts';
import './agenda.css';

interface Props {
  readonly agenda: Agenda;
  /** The month whose days are meant; others stand beside them. */
  readonly month: string | null;
  /** To a day it was drawn to, or where its button was pressed. */
  readonly onMove: (entry: Entry, day: string) => void;
}

/** Days as a sheet of weeks; on a telephone a list of the days that have something. */
export function DaysGrid({ agenda, month, onMove }: Props) {
  const [dragged, drag] = useState<Entry | null>(null);
  const dropOn = (day: string) => ({
    onDragOver: (event: DragEvent) => dragged !== null && event.preventDefault(),
    onDrop: () => {
      if (dragged !== null && dragged.from !== day) onMove(dragged, day);
      drag(null);
    },
  });
  return (
    <ol className="towncrier-days" aria-label="日历" data-dragging={dragged !== null}>
      {agenda.days.map((day) => {
        const entries = entriesOn(agenda.entries, day.on);
        return (
          <li
            key={day.on}
            className="towncrier-day"
            data-off={isOff(day)}
            data-other={month !== null && !day.on.startsWith(month)}
            data-empty={entries.length === 0 && day.off === null && day.worked === null}
            {...dropOn(day.on)}
          >
            <DayHead day={day} today={agenda.today} />
            <ul aria-label={day.on}>
              {entries.map((entry) => (
                <EntryItem
                  key={entry.key}
                  entry={entry}
                  day={day.on}
                  onDrag={drag}
                  onMove={(moved) => onMove(moved, moved.from)}
                />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

const isWeekend = (day: string): boolean => ['周六', '周日'].includes(weekdayOf(day));
const isOff = ({ on, off, worked }: Day): boolean => off !== null || (isWeekend(on) && worked === null);

const DayHead = ({ day: { on, off, worked, known }, today }: { day: Day; today: string }) => (
  <div className="towncrier-day-head">
    <time dateTime={on} aria-current={on === today ? 'date' : undefined}>
      <span className="towncrier-day-month">{on.slice(0, 7)}-</span>
      {on.slice(8)}
    </time>{' '}
    <span>{weekdayOf(on)}</span>
    {on === today && <strong>今天</strong>}
    {off !== null && <span className="towncrier-day-off">{off} 休</span>}
    {worked !== null && <span className="towncrier-day-worked">调休上班</span>}
    {!known && <span title="国务院办公厅尚未公布这一年的节假日安排">待公布</span>}
  </div>
);
