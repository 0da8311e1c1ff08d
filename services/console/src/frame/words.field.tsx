import { Input } from 'antd';
import { useState, type ComponentProps } from 'react';

interface Props extends Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'onSearch'> {
  /** What the list is narrowed by now. */
  readonly saved: string | undefined;
  /** The words that were typed and entered; empty when the field was cleared. */
  readonly onSay: (words: string) => void;
}

function useTyped(saved: string | undefined) {
  const [typed, setTyped] = useState(saved ?? '');
  const [known, setKnown] = useState(saved);
  // going back in the browser changes what the list is narrowed by
  if (known !== saved) {
    setKnown(saved);
    setTyped(saved ?? '');
  }
  return [typed, setTyped] as const;
}

/** Words to look for, beside a glass. */
export function SearchField({ saved, onSay, ...rest }: Props) {
  const [typed, setTyped] = useTyped(saved);
  return (
    <Input.Search
      allowClear
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(words) => onSay(words.trim())}
      {...rest}
    />
  );
}

/** A word that is entered as a whole. */
export function WordsField({ saved, onSay, ...rest }: Props) {
  const [typed, setTyped] = useTyped(saved);
  return (
    <Input
      allowClear
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onSay(typed.trim())}
      onClear={() => onSay('')}
      {...rest}
    />
  );
}
