import { Alert } from 'antd';
import type { EditionView, Publication } from '../api/hub.types.ts';
import { when } from '../frame/time.ts';
import { useWords } from '../session/words.tsx';
import { NotCarriedNotice } from './passed.notes.tsx';

/** What whoever opens it has to know first. */
export function PublicationNotices({ p, newest }: { p: Publication; newest: EditionView }) {
  const { urgentRequest: asked, corrects, notCarried = [] } = newest;
  const { titleOf } = useWords('list', 'ending');
  return (
    <>
      {p.ending !== null && <Notice type="error" words={endingInWords(p.ending, titleOf(p.ending.act))} />}
      {asked !== null && newest.releasedAt === null && (
        <Notice
          type="error"
          words={`${asked.by} 申请应急先发：${asked.reason}；须在 ${when(asked.until)} 前由第二人确认`}
        />
      )}
      {notCarried.length > 0 && <NotCarriedNotice of={notCarried} />}
      {corrects !== undefined && <Notice type="warning" words={correctionInWords(corrects)} />}
    </>
  );
}

const Notice = ({ type, words }: { type: 'error' | 'warning'; words: string }) => (
  <Alert type={type} showIcon style={{ marginTop: 12 }} title={words} />
);

function endingInWords({ at, reason, basis }: NonNullable<Publication['ending']>, act: string): string {
  const by = basis === undefined ? '' : `（依据：${basis}）`;
  return `已于 ${when(at)} ${act}：${reason}${by}`;
}

const correctionInWords = ({ edition, reason, hidesEarlier }: NonNullable<EditionView['corrects']>): string =>
  `本版更正第 ${edition} 版${hidesEarlier === true ? '，原版不再公开' : ''}：${reason}`;
