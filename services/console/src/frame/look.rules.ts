export const colours = ['system', 'light', 'dark'] as const;

/** What a person chose for this browser. */
export interface Chosen {
  readonly colours: (typeof colours)[number];
  /** 大字: large words, large things to press, nothing that moves. */
  readonly elder: boolean;
}

export const looks = ['light', 'dark', 'light-elder', 'dark-elder'] as const;
export type Look = (typeof looks)[number];

/** What stands in the browser as a choice; whatever cannot be read was never chosen. */
export function chosenIn(words: string | null): Chosen {
  const said = read(words);
  return {
    colours: colours.find((c) => c === said['colours']) ?? 'system',
    elder: said['elder'] === true,
  };
}

function read(words: string | null): Readonly<Record<string, unknown>> {
  try {
    const said: unknown = JSON.parse(words ?? '{}');
    return typeof said === 'object' && said !== null ? { ...said } : {};
  } catch {
    return {};
  }
}

/** Paper is white, whatever the screen is. */
export function lookOf(chosen: Chosen, seen: { readonly dark: boolean; readonly paper: boolean }): Look {
  const isDark = chosen.colours === 'system' ? seen.dark : chosen.colours === 'dark';
  const colour = isDark && !seen.paper ? 'dark' : 'light';
  return chosen.elder ? `${colour}-elder` : colour;
}
