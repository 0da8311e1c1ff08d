import { Button, Flex } from 'antd';

interface Option<V extends string> {
  readonly value: V;
  readonly title: string;
  /** Colours of a level, as the hub gives them; always beside its words. */
  readonly paper?: string;
  readonly ink?: string;
}

interface Props<V extends string> {
  readonly label: string;
  readonly value: V | undefined;
  readonly options: readonly Option<V>[];
  readonly onChoose: (value: V) => void;
}

/** One of a few, on buttons that a thumb hits. */
export const Choices = <V extends string>({ label, value: chosen, options, onChoose }: Props<V>) => (
  <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
    <legend>{label}</legend>
    <Flex wrap gap={8}>
      {options.map(({ value, title, paper, ink }) => (
        <Button
          key={value}
          size="large"
          type={value === chosen ? 'primary' : 'default'}
          autoInsertSpace={false}
          aria-pressed={value === chosen}
          style={paper === undefined ? undefined : { background: paper, color: ink }}
          onClick={() => onChoose(value)}
        >
          {value === chosen ? `✓ ${title}` : title}
        </Button>
      ))}
    </Flex>
  </fieldset>
);
