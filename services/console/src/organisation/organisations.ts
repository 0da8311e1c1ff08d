import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';

export type OrganisationNode = Answer<'/api/v1/organisations'>['tree'][number];
export type OrganisationDetail = Answer<'/api/v1/organisations/{code}'>;

/** The bodies of a tree, each before those below it. */
export const everyBody = (tree: readonly OrganisationNode[]): readonly OrganisationNode[] =>
  tree.flatMap((node) => [node, ...everyBody(node.children)]);

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');

/** The branches that lead to bodies of that name or code; all of what is below such a body stays with it. */
export function branchesTo(tree: readonly OrganisationNode[], words: string): OrganisationNode[] {
  const asked = plain(words);
  return tree.flatMap((node) => {
    if (plain(node.name).includes(asked) || plain(node.code).includes(asked)) return [node];
    const children = branchesTo(node.children, words);
    return children.length === 0 ? [] : [{ ...node, children }];
  });
}

export const useOrganisations = () =>
  useQuery({
    queryKey: ['organisations'],
    queryFn: () => answerOf(hub.GET('/api/v1/organisations')),
    ...useLive('organisations'),
  });

/** Names of organisations by their codes; the code itself for what is not known here. */
export function useBodyNames(): (code: string) => string {
  const { data } = useOrganisations();
  const all = everyBody(data?.tree ?? []);
  return (code) => all.find((o) => o.code === code)?.name ?? code;
}

export const useOrganisation = (code: string) =>
  useQuery({
    queryKey: ['organisations', code],
    queryFn: () => answerOf(hub.GET('/api/v1/organisations/{code}', { params: { path: { code } } })),
  });

/** Carries out one change of the organisations: a call of the hub. */
export function useChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<object>) => change(),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['organisations'] }),
  });
}
/** A form that changes one organisation. */
export interface FormProps {
  readonly of: OrganisationDetail;
  readonly change: ReturnType<typeof useChange>;
}
