/**
 * Han characters outside the 20,902 of Unicode 1.1 (U+4E00–9FA5): phones and display cards often lack them.
 */
export const rareCharacters = (text: string): readonly string[] => [
  ...new Set(
    Array.from(text).filter(
      (c) => /\p{Script=Han}|\p{Co}/u.test(c) && !/[\u4E00-\u9FA5\u3005\u3007]/u.test(c),
    ),
  ),
];

export function rareNote(
  text: string,
  where: string,
): readonly { field: string; message: string; remedy: string }[] {
  const rare = rareCharacters(text);
  if (rare.length === 0) return [];
  return [
    {
      field: 'body',
      message: `有生僻字“${rare.join('”“')}”，${where}可能显示不出来。`,
      remedy: '请在预览中核对，必要时在字后加注读音或说明。',
    },
  ];
}
