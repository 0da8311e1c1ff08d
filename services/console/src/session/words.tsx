import { useSession } from './session.ts';

/** A closed vocabulary of a page, in the order and the words of the hub. */
export interface Words {
  readonly options: { readonly value: string; readonly label: string }[];
  /** @returns the value itself for what the hub has not named */
  readonly titleOf: (value: string) => string;
}

/** The words for a field of a page that is open to whoever is signed in. */
export function useWords(screen: string, field: string): Words {
  const session = useSession();
  const words = session.data?.screens.find((s) => s.key === screen)?.words[field] ?? [];
  return {
    options: words.map(({ value, title }) => ({ value, label: title })),
    titleOf: (value) => words.find((w) => w.value === value)?.title ?? value,
  };
}

interface Props {
  readonly on: string;
  readonly field: string;
  readonly of: string;
}
export const Word = ({ on, field, of }: Props) => <>{useWords(on, field).titleOf(of)}</>;
