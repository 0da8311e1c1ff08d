import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, asForm, hub } from '../api/hub.client.ts';
import type { paths } from '../api/hub.generated.ts';
import type { Answer, ItemOf } from '../api/hub.types.ts';

type Import = paths['/api/v1/catalogue/imports']['post'];
export type ImportMode = NonNullable<NonNullable<Import['parameters']['query']>['mode']>;
export type ImportReport = Import['responses'][200]['content']['application/json'];
export type Version = ItemOf<'/api/v1/catalogue/versions'>;
export type Diff = Answer<'/api/v1/catalogue/versions/{number}/diff/{other}'>;

export const useVersions = () =>
  useQuery({
    queryKey: ['catalogue', 'versions'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/versions'))).items,
  });

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['catalogue'] });
}

export interface Upload {
  readonly file: File;
  readonly mode: ImportMode;
  /** What of the file is in no row was looked at, and may stay out. */
  readonly confirmed?: boolean;
}

/** Reads a file as a draft of the next version. */
export function useImport() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ file, mode, confirmed = false }: Upload) =>
      answerOf(
        hub.POST('/api/v1/catalogue/imports', {
          params: { query: { mode, confirmed: confirmed ? 'true' : 'false' } },
          body: { file },
          bodySerializer: asForm,
        }),
      ),
    onSuccess: refresh,
  });
}

/** What changes from the version in force to another one; nothing is asked as long as none is in force. */
export const useDiff = (current: number | undefined, other: number) =>
  useQuery({
    queryKey: ['catalogue', 'diff', current, other],
    enabled: current !== undefined,
    queryFn: () =>
      answerOf(
        hub.GET('/api/v1/catalogue/versions/{number}/diff/{other}', {
          params: { path: { number: current ?? other, other } },
        }),
      ),
  });

/** Decides about a draft: it comes into force on a day, or is dropped. */
export function useDecision({ number, version }: Version, onDone: () => void) {
  const refresh = useRefresh();
  const onSuccess = () => {
    onDone();
    return refresh();
  };
  const params = { path: { number } };
  const adopt = useMutation({
    mutationFn: ({ effectiveFrom }: { readonly effectiveFrom: string }) =>
      answerOf(
        hub.POST('/api/v1/catalogue/versions/{number}/adopt', { params, body: { version, effectiveFrom } }),
      ),
    onSuccess,
  });
  const drop = useMutation({
    mutationFn: () =>
      answerOf(hub.POST('/api/v1/catalogue/versions/{number}/drop', { params, body: { version } })),
    onSuccess,
  });
  return { adopt, drop };
}
