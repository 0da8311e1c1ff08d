import type { Light } from './now.ts';

/** A light is told by its sign and its words, and by its colour too. */
export const lights: Readonly<Record<Light, { readonly sign: string; readonly colour: string }>> = {
  act: { sign: '✕', colour: 'var(--ant-color-error)' },
  watch: { sign: '!', colour: 'var(--ant-color-warning)' },
  unknown: { sign: '?', colour: 'var(--ant-color-text-tertiary)' },
  idle: { sign: '—', colour: 'var(--ant-color-text-tertiary)' },
  good: { sign: '✓', colour: 'var(--ant-color-success)' },
};

export const percent = (share: number | null): string =>
  share === null ? '—' : `${(share * 100).toFixed(share === 1 ? 0 : 1)}%`;
