import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Why } from '../steps/why.tsx';
import { addressOf } from '../frame/route.ts';
import type { Entry } from './agenda.ts';

interface Props {
  readonly entry: Entry;
  readonly day: string;
  readonly onMove: (entry: Entry) => void;
  readonly onDrag: (entry: Entry | null) => void;
}

/** A link to where it stands; what may be moved is drawn over to another day, or moved by its button. */
export function EntryItem({ entry, day, onMove, onDrag }: Props) {
  const { kind, kindTitle, title, hint, time, late, screen, id, said, move } = entry;
  const step = move?.step;
  return (
    <li
      className="towncrier-entry"
      data-kind={kind}
      data-late={late}
      draggable={step?.allowed === true}
      onDragStart={() => onDrag(entry)}
      onDragEnd={() => onDrag(null)}
    >
      <span className="towncrier-entry-kind">
        {time === null ? '' : `${time} `}
        {kindTitle}
        {partOf(entry, day)}
        {late && '，已逾期'}
      </span>
      <Link to={addressOf(id === null ? { at: screen } : { at: screen, id })} search={said} draggable={false}>
        {title}
      </Link>
      <span className="towncrier-entry-kind">{hint}</span>
      {step !== undefined && (
        <Why step={step}>
          <Button
            size="small"
            disabled={!step.allowed}
            aria-label={`${step.label}：${title}`}
            onClick={() => onMove(entry)}
          >
            {step.label}
          </Button>
        </Why>
      )}
    </li>
  );
}

function partOf({ from, to }: Entry, day: string): string {
  if (from === to) return '';
  if (day === to) return '（最后一天）';
  return day === from ? `开始，至 ${to}` : `，至 ${to}`;
}
