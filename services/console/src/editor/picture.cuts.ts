import type { Channel, EditionContent } from '../api/hub.types.ts';

type Block = EditionContent['body']['content'][number];
/** What must stay to be seen of a picture: shares of its width and height. */
export type Focus = NonNullable<Extract<Block, { type: 'image' }>['attrs']['focus']>;
export type Shape = NonNullable<Channel['can']['cuts']>[number];

/** Every shape that some channel cuts a picture to, each once. */
export const cutsOf = (channels: readonly Channel[] | undefined): readonly Shape[] => [
  ...new Map((channels ?? []).flatMap(({ can }) => can.cuts ?? []).map((cut) => [cut.title, cut])).values(),
];

/** Whatever an attribute of the document holds. */
export function focusIn(value: unknown): Focus | null {
  if (typeof value !== 'object' || value === null || !('x' in value) || !('y' in value)) return null;
  const { x, y } = value;
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : null;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where in a box somebody pointed, in whole hundredths. */
export function focusAt(box: Box, at: { readonly clientX: number; readonly clientY: number }): Focus {
  const share = (from: number, length: number): number =>
    length === 0 ? 0.5 : Math.min(1, Math.max(0, Math.round((from / length) * 100) / 100));
  return { x: share(at.clientX - box.left, box.width), y: share(at.clientY - box.top, box.height) };
}

/** The browser cuts as the channels do. */
export const positionOf = ({ x, y }: Focus): string => `${x * 100}% ${y * 100}%`;
