import { fireEvent } from '@testing-library/dom';
import { expect } from 'vitest';
import type { EditionContent, SourceReading } from '../api/hub.types.ts';
import { refusal, type FakeHub } from './fake.hub.ts';
import { channel, publication } from './samples.ts';
import { button, hubFor, screen, waitFor } from './screen.tsx';

export const words = '因管网检修停水。';
export const asDocument = (said: string): EditionContent['body'] => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: said }] }],
});

/** A hub that an editor writes before; what becomes of the draft is said by the test. */
export const town = () =>
  hubFor('editor')
    .on('get', '/api/v1/channels', { channels: [channel('website', '政府网站'), channel('sms', '短信')] })
    .on('get', '/api/v1/catalogue/items', { items: [] })
    .on('post', '/api/v1/previews', refusal(422, '正文太短'))
    .on('post', '/api/v1/proofreadings', { findings: [], body: asDocument(words) })
    .on('put', '/api/v1/publications/{id}/lock', refusal(409, '李明正在编辑这份稿件'))
    .on('delete', '/api/v1/publications/{id}/lock', undefined)
    .on('get', '/api/v1/publications/{id}', publication());
export const pageOf = () => screen.findByRole('textbox', { name: '正文' });
export const written = async () => (await pageOf()).textContent;

/** Two lines are pasted into an empty page, and the hub reads a notice in them. */
export async function write(hub: FakeHub, read: Partial<SourceReading> = {}): Promise<void> {
  hub.on('post', '/api/v1/readings', {
    title: '停水通知',
    header: {},
    body: asDocument(words),
    media: [],
    losses: [],
    ...read,
  });
  const page = await pageOf();
  await screen.findByText('政府网站');
  fireEvent.paste(page, { clipboardData: clipboard({ 'text/plain': `停水通知\n${words}` }) });
  await waitFor(async () => expect(await written()).not.toBe(''));
}
export const sourceIn = (body: unknown): unknown => JSON.parse((body as { readonly source: string }).source);
export const clipboard = (data: Readonly<Record<string, string>>) => ({
  getData: (type: string) => data[type] ?? '',
  files: [],
});
export const save = () => button('保存草稿（Ctrl+Enter）');
