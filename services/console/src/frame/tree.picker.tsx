import { TreeSelect } from 'antd';
import { useMemo, useState } from 'react';
import { drawn, soughtIn, type Branch, type Drawn } from './tree.branches.ts';

interface Props {
  readonly branches: readonly Branch[];
  readonly placeholder: string;
  readonly width?: number;
  /** Given by the form that it stands in. */
  readonly id?: string;
}
interface OneProps extends Props {
  readonly value?: string | undefined;
  readonly onChange?: (chosen: string | undefined) => void;
  readonly mayBeNone?: boolean;
}
interface SeveralProps extends Props {
  readonly value: string[];
  readonly onChange: (chosen: string[]) => void;
}

/** One of a tree: found by any word of its path, by keys as by hand, and shown with all that stands above it. */
export const TreePicker = ({ mayBeNone = false, onChange, ...props }: OneProps) => (
  <TreeSelect<string, Drawn>
    {...useTree(props)}
    allowClear={mayBeNone}
    {...(props.value === undefined ? {} : { value: props.value })}
    onChange={(chosen: string | undefined) => onChange?.(chosen)}
  />
);

/** Several of a tree. */
export const TreesPicker = ({ value, onChange, ...props }: SeveralProps) => (
  <TreeSelect<string[], Drawn>
    {...useTree(props)}
    multiple
    allowClear
    value={value}
    onChange={(chosen: string[]) => onChange(chosen)}
  />
);

function useTree({ branches, placeholder, width = 240, id }: Props) {
  const [typed, setTyped] = useState('');
  const tree = useMemo(() => drawn(branches), [branches]);
  // what is looked for stands in one list: the first of it is taken with Enter, wherever in the tree it stands
  const treeData = useMemo(() => (typed.trim() === '' ? tree : soughtIn(tree, typed)), [tree, typed]);
  return {
    treeData,
    placeholder,
    'aria-label': placeholder,
    ...(id === undefined ? {} : { id }),
    showSearch: { onSearch: setTyped, filterTreeNode: false, treeNodeFilterProp: 'found' },
    treeNodeLabelProp: 'path',
    popupMatchSelectWidth: false,
    styles: { popup: { root: { maxWidth: 'min(520px, 96vw)' } } },
    style: { width: `min(${width}px, calc(100vw - 64px))`, maxWidth: '100%' },
  };
}
