import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { screen, show, typeDay } from '../testing/screen.tsx';
import { DayField, HourField, MomentField, MonthField, YearField } from './day.field.tsx';

const fields = { DayField, MomentField, HourField, MonthField, YearField };

function Asked({ as: Field }: { readonly as: typeof DayField }) {
  const [words, say] = useState('');
  return (
    <>
      <Field aria-label="何时" value={words} onChange={say} />
      <output>{words}</output>
    </>
  );
}

describe('a field for a time', () => {
  it.each([
    ['DayField', '2026-03-08', '2026-03-08'],
    ['DayField', '20260308', '2026-03-08'],
    ['DayField', '2026年3月8日', '2026-03-08'],
    ['MomentField', '2026-03-08 02:30', '2026-03-08T02:30'],
    ['HourField', '0830', '08:30'],
    ['MonthField', '2026-11', '2026-11'],
    ['YearField', '2025', '2025'],
  ] as const)('%s: somebody types %s', async (field, typed, said) => {
    const user = show(<Asked as={fields[field]} />);
    await user.type(screen.getByLabelText('何时'), `${typed}{Enter}`);

    expect(screen.getByRole('status').textContent).toBe(said);
  });

  it('asks in Chinese, and can be emptied', async () => {
    const user = show(<Asked as={DayField} />);
    const input = screen.getByLabelText<HTMLInputElement>('何时');
    expect(input.placeholder).toBe('请选择日期');
    await typeDay(user, input, '2026-11-29');
    expect(screen.getByRole('status').textContent).toBe('2026-11-29');
    await typeDay(user, input, '');

    expect(screen.getByRole('status').textContent).toBe('');
  });
});
