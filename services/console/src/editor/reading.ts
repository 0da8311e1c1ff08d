import { answerOf, asForm, hub } from '../api/hub.client.ts';
import type { Body, SourceReading } from '../api/hub.types.ts';

/** A file as the hub read it: its text, recognised. @throws Refused */
export async function readFileSource(file: File): Promise<SourceReading> {
  const read = await answerOf(hub.POST('/api/v1/imports', { body: { file }, bodySerializer: asForm }));
  // formats other than text carry their own losses and tell them again
  const { losses, ...source } = read;
  return readSource(read.format === 'text' ? { ...source, losses } : source);
}

/** What was pasted. @throws Refused */
export const readSource = (
  body: Omit<Body<'/api/v1/readings'>, 'passage'> & { readonly passage?: boolean },
): Promise<SourceReading> => answerOf(hub.POST('/api/v1/readings', { body: { passage: false, ...body } }));
