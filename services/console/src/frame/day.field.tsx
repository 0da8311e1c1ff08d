import { DatePicker } from 'antd';
import type { ComponentProps } from 'react';
import { momentOf, wallClock, wordsOf } from './wall.clock.ts';

const Picker = DatePicker.generatePicker(wallClock);
type Drawn = ComponentProps<typeof Picker>;

interface Props extends Pick<Drawn, 'id' | 'style' | 'placeholder' | 'aria-label' | 'allowClear'> {
  /** Empty while nothing is said; so a form field has it. */
  readonly value?: string | null;
  readonly onChange?: (words: string) => void;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** A way to ask for a time: what is seen and may be typed, the first as it is drawn, and how it is said. */
const field = (said: string, seen: readonly string[], more: Partial<Drawn>) =>
  function TimeField({ value, onChange, from, to, ...rest }: Props) {
    const [minDate, maxDate] = [momentOf(from, said), momentOf(to, said)];
    const emptied = (): void => void (rest.allowClear !== false && value && onChange?.(''));
    return (
      <Picker
        {...(more as object)}
        {...rest}
        {...(minDate && { minDate })}
        {...(maxDate && { maxDate })}
        format={[...seen]}
        needConfirm={false}
        value={momentOf(value, said)}
        onChange={(moment) => onChange?.(wordsOf(moment, said))}
        // whoever rubs the words out means it: the library would put them back
        onBlur={({ target }) => target instanceof HTMLInputElement && target.value === '' && emptied()}
      />
    );
  };

const days = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY年M月D日'];
const clock = 'HH:mm';

/** A day: `2026-11-29`. */
export const DayField = field('YYYY-MM-DD', days, {});
/** A day and an hour in China: `2026-11-29T08:30`. */
export const MomentField = field(
  `YYYY-MM-DDT${clock}`,
  days.map((day) => `${day} ${clock}`),
  { showTime: { format: clock } },
);
/** An hour of any day: `08:30`. */
export const HourField = field(clock, [clock, 'H:mm', 'HHmm'], { picker: 'time' });
/** A year: `2026`. */
export const YearField = field('YYYY', ['YYYY', 'YYYY年'], { picker: 'year' });
/** A month: `2026-11`. */
export const MonthField = field('YYYY-MM', ['YYYY-MM', 'YYYYMM', 'YYYY年M月'], { picker: 'month' });
