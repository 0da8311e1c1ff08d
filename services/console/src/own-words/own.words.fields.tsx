import { Alert, Button, Flex, Form, Input, Typography, type FormInstance } from 'antd';
import type { Channel, Finding } from '../api/hub.types.ts';
import { keyOf, ownField, partTitle, strayOf, type Own, type OwnWords } from './own.words.ts';

type Part = NonNullable<Channel['can']['ownWords']>[number];

/** What own words are written beside. */
export interface Beside {
  readonly form: FormInstance;
  /** Hash of the main text, as the hub saw it last; it decides what is older than that. */
  readonly mainText: string | undefined;
  readonly findings: readonly Finding[];
}

export function useOwnWords(form: FormInstance) {
  const own = Form.useWatch('ownWords', { form, preserve: true }) as OwnWords | undefined;
  const set = (key: string, one: Own | undefined): void =>
    form.setFieldValue('ownWords', {
      ...(form.getFieldValue('ownWords') as OwnWords | undefined),
      [key]: one,
    });
  return { own, set };
}

interface Props {
  readonly channel: Channel;
  /** What stands there now, by part. */
  readonly stands: Readonly<Record<string, string>> | undefined;
  readonly beside: Beside;
}

/** The parts of a channel that may be written for it alone, each as it follows the main text or does not. */
export const OwnWordsFields = ({ channel, stands, beside }: Props) => (
  <>
    {(channel.can.ownWords ?? []).map((part) => (
      <PartField key={part.part} channel={channel} part={part} stands={stands?.[part.part]} beside={beside} />
    ))}
  </>
);

function PartField({
  channel,
  part,
  stands,
  beside: { form, mainText, findings },
}: {
  readonly channel: Channel;
  readonly part: Part;
  readonly stands: string | undefined;
  readonly beside: Beside;
}) {
  const { own, set } = useOwnWords(form);
  const key = keyOf(channel.id, part.part);
  const written = own?.[key];
  if (written === undefined)
    return (
      <Flex justify="end" style={{ marginBottom: 8 }}>
        <Button
          size="small"
          disabled={stands === undefined}
          onClick={() => set(key, { words: stands ?? '', against: mainText })}
        >
          改写{part.title}
        </Button>
      </Flex>
    );
  const stale = findings.some(({ rule, field }) => rule === 'own-words-stale' && field === ownField(key));
  const { limit, title, lines = false } = part;
  return (
    <section aria-label={`${channel.title}改写`} style={{ marginBottom: 8 }}>
      {stale && (
        <Alert
          type="warning"
          showIcon
          title="正文在改写之后又改过"
          action={
            <Button size="small" onClick={() => set(key, { ...written, against: mainText })}>
              已核对
            </Button>
          }
          style={{ marginBottom: 8 }}
        />
      )}
      <label htmlFor={`ownWords_${key}`}>{title}</label>
      <Input.TextArea
        id={`ownWords_${key}`}
        autoSize={{ minRows: 1, maxRows: 8 }}
        maxLength={1000}
        value={written.words}
        onChange={({ target }) =>
          set(key, { ...written, words: lines ? target.value : oneLine(target.value) })
        }
      />
      <Flex justify="space-between" align="center" gap={8} wrap style={{ marginTop: 4 }}>
        <Typography.Text type="secondary">
          {written.words.length} 字；{limit}
        </Typography.Text>
        <Button size="small" onClick={() => set(key, undefined)}>
          恢复继承
        </Button>
      </Flex>
    </section>
  );
}

const oneLine = (words: string): string => words.replace(/\s*\n\s*/gu, '');

/** Own words that no channel takes any more; they are told, so that somebody can take them away. */
export function StrayOwnWords({ form, channels }: { form: FormInstance; channels: readonly Channel[] }) {
  const { own, set } = useOwnWords(form);
  return strayOf(channels, own).map((key) => (
    <Alert
      key={key}
      type="error"
      showIcon
      title={`${partTitle(channels, key)}已不能改写`}
      description={own?.[key]?.words}
      action={
        <Button id={`ownWords_${key}`} size="small" onClick={() => set(key, undefined)}>
          恢复继承
        </Button>
      }
    />
  ));
}
