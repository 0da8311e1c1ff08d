import { Alert } from 'antd';
import type { EditionView, Publication } from '../api/hub.types.ts';
import { endings, when } from '../app/words.ts';

/** What whoever opens it has to know first. */
export function PublicationNotices({ p, newest }: { p: Publication; newest: EditionView }) {
  const { urgentRequest: asked, corrects } = newest;
  return (
    <>
      {p.ending !== null && <Notice type="error" words={endingInWords(p.ending)} />}
      {asked !== null && newest.releasedAt === null && (
        <Notice
          type="error"
          words={`${asked.by} 申请应急先发：${asked.reason}；须在 ${when(asked.until)} 前由第二人确认`}
        />
      )}
      {corrects !== undefined && (
        <Notice type="warning" words={`本版更正第 ${corrects.edition} 版：${corrects.reason}`} />
      )}
    </>
  );
}

const Notice = ({ type, words }: { type: 'error' | 'warning'; words: string }) => (
  <Alert type={type} showIcon style={{ marginTop: 12 }} title={words} />
);

function endingInWords({ act, at, reason, basis }: NonNullable<Publication['ending']>): string {
  const by = basis === undefined ? '' : `（依据：${basis}）`;
  return `已于 ${when(at)} ${endings[act]}：${reason}${by}`;
}
