import type { NodeViewProps } from '@tiptap/react';
import { Labelled } from './labelled.tsx';
import { focusIn } from './picture.cuts.ts';
import { PictureFocus } from './picture.focus.tsx';
import { PieceFrame } from './piece.frame.tsx';

/** A picture, and what is said of it to whoever does not see it. */
export function PicturePiece({ node, updateAttributes, deleteNode }: NodeViewProps) {
  const { media, alt, caption, source, focus } = node.attrs as Record<string, unknown>;
  return (
    <PieceFrame title="图片" onRemove={deleteNode}>
      <PictureFocus
        src={`/api/v1/pictures/${String(media)}`}
        alt={typeof alt === 'string' ? alt : ''}
        focus={focusIn(focus)}
        onChange={(at) => updateAttributes({ focus: at })}
      />
      <Labelled
        label="替代文字（读给看不见图片的人听）"
        value={alt}
        max={300}
        isNeeded={caption === null || caption === ''}
        onChange={(words) => updateAttributes({ alt: words })}
      />
      <Labelled
        label="图注（显示在图下，可空）"
        value={caption}
        max={300}
        onChange={(words) => updateAttributes({ caption: words })}
      />
      <Labelled
        label="图片来源（显示在图注后，如“市融媒体中心”，可空）"
        value={source}
        max={100}
        onChange={(words) => updateAttributes({ source: words })}
      />
    </PieceFrame>
  );
}
