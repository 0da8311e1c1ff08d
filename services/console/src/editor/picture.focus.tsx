import { Button, Slider, Space, Typography } from 'antd';
import type { MouseEvent } from 'react';
import { useChannels } from '../channels/channels.ts';
import { cutsOf, focusAt, positionOf, type Focus, type Shape } from './picture.cuts.ts';

interface Props {
  readonly src: string;
  readonly alt: string;
  /** Null where the picture is not to be cut. */
  readonly focus: Focus | null;
  readonly onChange: (focus: Focus | null) => void;
}

/** The picture, and what must stay to be seen of it where a channel cuts it; nothing is cut unless somebody says so. */
export function PictureFocus({ src, alt, focus, onChange }: Props) {
  const channels = useChannels();
  const point = (event: MouseEvent<HTMLImageElement>): void =>
    onChange(focusAt(event.currentTarget.getBoundingClientRect(), event));
  return (
    <>
      <div style={{ position: 'relative', width: 'fit-content', margin: '0 auto 8px' }}>
        <img
          src={src}
          alt={alt}
          style={{
            display: 'block',
            maxWidth: '100%',
            maxHeight: 360,
            cursor: focus === null ? 'default' : 'crosshair',
          }}
          {...(focus === null ? {} : { onClick: point })}
        />
        {focus !== null && <Dot at={focus} />}
      </div>
      {focus === null ? (
        <Button size="small" onClick={() => onChange({ x: 0.5, y: 0.5 })} style={{ marginBottom: 8 }}>
          用作封面并设焦点
        </Button>
      ) : (
        <Cutting src={src} focus={focus} shapes={cutsOf(channels.data)} onChange={onChange} />
      )}
    </>
  );
}

const Dot = ({ at: { x, y } }: { at: Focus }) => (
  <span
    aria-hidden
    style={{
      position: 'absolute',
      left: `${x * 100}%`,
      top: `${y * 100}%`,
      width: 18,
      height: 18,
      margin: '-9px 0 0 -9px',
      borderRadius: '50%',
      border: '3px solid var(--ant-color-primary)',
      outline: '2px solid var(--ant-color-bg-container)',
      pointerEvents: 'none',
    }}
  />
);

interface CuttingProps {
  readonly src: string;
  readonly focus: Focus;
  readonly shapes: readonly Shape[];
  readonly onChange: (focus: Focus | null) => void;
}

function Cutting({ src, focus, shapes, onChange }: CuttingProps) {
  return (
    <div role="group" aria-label="裁剪焦点" style={{ marginBottom: 8 }}>
      <Typography.Text type="secondary">
        点图片上必须看到的地方，或用滑块移动。文中第一张设了焦点的图片用作封面。
      </Typography.Text>
      <Along label="焦点自左" share={focus.x} onChange={(x) => onChange({ ...focus, x })} />
      <Along label="焦点自上" share={focus.y} onChange={(y) => onChange({ ...focus, y })} />
      <Space wrap align="start" size={12}>
        {shapes.map(({ title, width, height }) => (
          <figure key={title} style={{ margin: 0 }}>
            <img
              src={src}
              alt={`${title}裁剪后的样子`}
              style={{
                display: 'block',
                height: 96,
                aspectRatio: `${width} / ${height}`,
                objectFit: 'cover',
                objectPosition: positionOf(focus),
                border: '1px solid var(--ant-color-border)',
              }}
            />
            <figcaption>{title}</figcaption>
          </figure>
        ))}
      </Space>
      <div>
        <Button size="small" onClick={() => onChange(null)}>
          不用作封面
        </Button>
      </div>
    </div>
  );
}

interface AlongProps {
  readonly label: string;
  readonly share: number;
  readonly onChange: (share: number) => void;
}

const Along = ({ label, share, onChange }: AlongProps) => (
  <div style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
    <span style={{ whiteSpace: 'nowrap' }}>{label}</span>
    <Slider
      style={{ flex: 1, maxWidth: 320 }}
      min={0}
      max={100}
      value={Math.round(share * 100)}
      ariaLabelForHandle={label}
      tooltip={{ formatter: (percent) => `${percent ?? 0}%` }}
      onChange={(percent) => onChange(percent / 100)}
    />
  </div>
);
