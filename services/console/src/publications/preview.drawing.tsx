import { Image } from 'antd';
import type { Rendered } from '../api/hub.types.ts';

type Preview = NonNullable<Rendered['preview']>;
type Of<K extends Preview['kind']> = Extract<Preview, { kind: K }>;
/** Of a drawing (px). */
const height = 360;
const width = 400;

/** What a channel would show: a page, its messages, or its pictures; as the public sees it, also in the dark. */
export function Drawing({ preview, title }: { preview: Preview; title: string }) {
  switch (preview.kind) {
    case 'html':
      return <Page of={preview} title={title} />;
    case 'text':
      return <Messages of={preview} />;
    case 'images':
      return <Pictures of={preview} />;
  }
}

function Page({ of: { html, width: drawn }, title }: { of: Of<'html'>; title: string }) {
  const scale = Math.min(1, width / drawn);
  const shrunk = { transform: `scale(${scale})`, transformOrigin: '0 0' };
  return (
    <div style={{ height, overflow: 'hidden', border: '1px solid var(--ant-color-border-secondary)' }}>
      <iframe
        title={`${title}预览`}
        sandbox=""
        srcDoc={html}
        style={{ width: drawn, height: height / scale, border: 0, colorScheme: 'light', ...shrunk }}
      />
    </div>
  );
}

const bubble = {
  background: '#f5f6f7',
  color: '#1f1f1f',
  borderRadius: 8,
  padding: '8px 12px',
  marginBottom: 8,
  whiteSpace: 'pre-wrap',
  wordBreak: 'break-all',
} as const;

/** Each text by itself: parts are counted within one, whoever else gets another. */
function Messages({ of: { parts, messages } }: { of: Of<'text'> }) {
  const texts = messages ?? [{ where: '', parts }];
  return (
    <div role="group" aria-label="渠道稿" tabIndex={0} style={{ maxHeight: height, overflow: 'auto' }}>
      {texts.map(({ where, parts: own }) => (
        <section key={where} aria-label={where}>
          {texts.length > 1 && <div style={{ fontWeight: 600, marginBottom: 4 }}>{where}</div>}
          {own.map((part, i) => (
            <div key={i} style={bubble}>
              {part}
              <div style={{ color: '#5c6066', fontSize: 'var(--ant-font-size-sm)' }}>
                第 {i + 1}/{own.length} 条 · {part.length} 字
              </div>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

const Pictures = ({ of: { images } }: { of: Of<'images'> }) => (
  <div
    role="group"
    aria-label="渠道稿"
    tabIndex={0}
    style={{ maxHeight: height, overflow: 'auto', background: '#14171c', padding: 8 }}
  >
    <Image.PreviewGroup>
      {images.map((image, i) => (
        <Image key={i} src={image.dataUrl} alt={image.alt} width="100%" style={{ marginBottom: 6 }} />
      ))}
    </Image.PreviewGroup>
  </div>
);
