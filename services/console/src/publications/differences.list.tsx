import { Typography } from 'antd';
import type { Differences } from './differences.ts';
import type { PartNames } from './part.names.ts';

interface Props {
  readonly of: Differences;
  readonly names: PartNames;
}

/** Field by field and stretch by stretch: what stood there, and what is written instead. */
export const DifferencesList = ({ of: { parts, text, attachments }, names }: Props) => (
  <ul className="towncrier-differences">
    {parts.map(({ key, was, now }) => (
      <li key={key}>
        {names.labelOf(key)}：<Was words={names.wordsOf(key, was)} /> →{' '}
        <Now words={names.wordsOf(key, now)} />
      </li>
    ))}
    {text.map(({ was, now }, n) => (
      <li key={n}>
        正文：
        {was.map((words, at) => (
          <div key={at}>
            <Was words={words} />
          </div>
        ))}
        {now.map((words, at) => (
          <div key={at}>
            <Now words={words} />
          </div>
        ))}
      </li>
    ))}
    {attachments.length > 0 && <li>附件：{attachments.join('、')}</li>}
  </ul>
);

const Was = ({ words }: { readonly words: string }) => (
  <Typography.Text delete type="secondary">
    {shortened(words)}
  </Typography.Text>
);
const Now = ({ words }: { readonly words: string }) => <mark>{shortened(words)}</mark>;

/** Enough to know it again. */
const shortened = (words: string): string => (words.length > 160 ? `${words.slice(0, 150)}……` : words);
