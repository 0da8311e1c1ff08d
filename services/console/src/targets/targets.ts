import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, asForm, hub } from '../api/hub.client.ts';
import type { paths } from '../api/hub.generated.ts';
import type { Answer, ItemOf, Step } from '../api/hub.types.ts';
import { bodyOf, type Answers } from '../steps/steps.ts';

type Listing = paths['/api/v1/registers/{channel}/targets']['get'];
export type TargetFilters = Pick<NonNullable<Listing['parameters']['query']>, 'area' | 'state' | 'words'>;
export type Target = ItemOf<'/api/v1/registers/{channel}/targets'>;
export type TargetDetail = Answer<'/api/v1/registers/{channel}/targets/{id}'>;
export type Register = Answer<'/api/v1/registers/{channel}'>;
type Put = paths['/api/v1/registers/{channel}/targets/{id}']['put'];
export type Written = Put['requestBody']['content']['application/json'];
type Import = paths['/api/v1/registers/{channel}/import']['post'];
export type ImportReport = Import['responses'][200]['content']['application/json'];

export const useRegister = (channel: string | undefined) =>
  useQuery({
    queryKey: ['targets', 'register', channel],
    enabled: channel !== undefined,
    queryFn: () =>
      answerOf(hub.GET('/api/v1/registers/{channel}', { params: { path: { channel: channel ?? '' } } })),
    retry: false,
  });

/** @param limit so many on one page */
export const useTargets = (
  channel: string | undefined,
  filters: TargetFilters,
  after: string | undefined,
  limit = 50,
) =>
  useQuery({
    queryKey: ['targets', 'list', channel, filters, after, limit],
    enabled: channel !== undefined,
    queryFn: () =>
      answerOf(
        hub.GET('/api/v1/registers/{channel}/targets', {
          params: {
            path: { channel: channel ?? '' },
            query: { ...filters, limit, ...(after === undefined ? {} : { after }) },
          },
        }),
      ),
    placeholderData: (before) => before,
    retry: false,
  });

export const useTarget = (channel: string, id: string | undefined) =>
  useQuery({
    queryKey: ['targets', 'one', channel, id],
    enabled: id !== undefined,
    queryFn: () =>
      answerOf(
        hub.GET('/api/v1/registers/{channel}/targets/{id}', { params: { path: { channel, id: id ?? '' } } }),
      ),
  });

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['targets'] });
}

export function usePut(channel: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ id, body }: { readonly id: string; readonly body: Written }) =>
      answerOf(
        hub.PUT('/api/v1/registers/{channel}/targets/{id}', { params: { path: { channel, id } }, body }),
      ),
    onSuccess,
  });
}

/** Pauses, resumes or retires: whichever step the hub offers. */
export function useTurn(channel: string, { id, version }: Pick<TargetDetail, 'id' | 'version'>) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ step, answers }: { readonly step: Step; readonly answers: Answers }) =>
      answerOf(
        hub.POST(
          `/api/v1/registers/{channel}/targets/{id}/${step.act}` as '/api/v1/registers/{channel}/targets/{id}/pause',
          { params: { path: { channel, id } }, body: { reason: '', ...bodyOf(step, version, answers) } },
        ),
      ),
    onSuccess,
  });
}

/** Reads a file: first only to say what would happen. */
export function useImport(channel: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ file, apply }: { readonly file: File; readonly apply: boolean }) =>
      answerOf(
        hub.POST('/api/v1/registers/{channel}/import', {
          params: { path: { channel }, query: { apply: apply ? 'true' : 'false' } },
          body: { file },
          bodySerializer: asForm,
        }),
      ),
    onSuccess,
  });
}
