import { answerOf, asForm, hub } from '../api/hub.client.ts';
import type { Media } from '../api/hub.types.ts';

/** Keeps a picture, made fit for the web. @throws Refused for what is none */
export const keepPicture = (file: File): Promise<Media> =>
  answerOf(hub.POST('/api/v1/pictures', { body: { file }, bodySerializer: asForm }));

export const picturesAmong = (files: FileList | undefined): readonly File[] =>
  [...(files ?? [])].filter(({ type }) => type.startsWith('image/'));
