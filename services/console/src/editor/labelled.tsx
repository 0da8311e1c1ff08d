import { Input } from 'antd';

interface Props {
  readonly label: string;
  readonly value: unknown;
  readonly max: number;
  readonly isNeeded?: boolean;
  readonly onChange: (words: string) => void;
}

/** One line of a piece. What is needed and missing is marked. */
export const Labelled = ({ label, value, max, isNeeded = false, onChange }: Props) => {
  const words = typeof value === 'string' ? value : '';
  return (
    <label style={{ display: 'block', marginBottom: 8 }}>
      {label}
      <Input
        aria-label={label}
        value={words}
        maxLength={max}
        status={isNeeded && words.trim() === '' ? 'warning' : ''}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
};
