import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideWarning,
  firstMissing,
  standings,
  type Answer,
  type Case,
  type Known,
  type Standing,
} from './warning.decide.ts';

/**
 * The table of warnings: what a message does (rows: its type, and what became here of the warning it is about)
 * with no reference, with one, and with several (two that are known as the row says, and one that is not).
 * Without a reference it is about itself: unless it is new, it was handed in before.
 *
 * 收入        taken in as a new warning, waits for its second person
 * 收入·缺首发  the same, and says 更新报文，首发未收到
 * 收入·已终止  the same, and says that what it names is over
 * 收入·并存    the same, beside what it names
 * 答复        answered with what became of it; nothing changes
 * 取代        takes the place of what waits; others that wait never go out
 * 下一版      the next edition; once it is out, the others it names are lifted
 * 作废        what waits never goes out: a later confirmation is refused
 * 解除        lifted at once on every channel, in the words of the message
 * 无需        over already: answered, nothing changes
 * 拒收        refused: there is nothing it could end
 * ＋列出      and the references that are not known are listed
 */
const table = `
  type    standing   none   one         several
  Alert   unknown    收入    收入＋列出    收入＋列出
  Alert   pending    答复    收入·并存     收入·并存＋列出
  Alert   released   答复    收入·并存     收入·并存＋列出
  Alert   corrected  答复    收入·并存     收入·并存＋列出
  Alert   withdrawn  答复    收入·并存     收入·并存＋列出
  Alert   expired    答复    收入·并存     收入·并存＋列出
  Alert   drill      答复    收入          收入＋列出
  Update  unknown    收入·缺首发  收入·缺首发＋列出  收入·缺首发＋列出
  Update  pending    答复    取代          取代·其余作废＋列出
  Update  released   答复    下一版        下一版·其余解除＋列出
  Update  corrected  答复    下一版        下一版·其余解除＋列出
  Update  withdrawn  答复    收入·已终止    收入·已终止＋列出
  Update  expired    答复    收入·已终止    收入·已终止＋列出
  Update  drill      答复    收入·缺首发    收入·缺首发＋列出
  Cancel  unknown    拒收    拒收          拒收
  Cancel  pending    答复    作废          作废＋列出
  Cancel  released   答复    解除          解除＋列出
  Cancel  corrected  答复    解除          解除＋列出
  Cancel  withdrawn  答复    无需          无需＋列出
  Cancel  expired    答复    无需          无需＋列出
  Cancel  drill      答复    拒收          拒收
`;

type Type = Case['msgType'];
interface Cell {
  readonly type: Type;
  readonly standing: Standing;
  readonly references: 'none' | 'one' | 'several';
  readonly answer: string;
}

const cells: readonly Cell[] = table
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [type, standing, none, one, several] = line.trim().split(/\s+/) as [Type, Standing, ...string[]];
    return (
      [
        ['none', none],
        ['one', one],
        ['several', several],
      ] as const
    ).map(([references, answer]) => ({ type, standing, references, answer: answer ?? '' }));
  });

/** The case of a cell. An unnamed publication has no standing but the message's own. */
function caseOf({ type, standing, references }: Cell, drill = false): Case {
  const known = (publication: string): Known[] => (standing === 'unknown' ? [] : [{ publication, standing }]);
  const bare = { msgType: type, drill, self: null, named: [], unknown: [] };
  if (references === 'none') return { ...bare, self: known('SELF')[0] ?? null };
  if (references === 'one')
    return { ...bare, named: known('ONE'), unknown: standing === 'unknown' ? ['X1'] : [] };
  return { ...bare, named: [...known('ONE'), ...known('TWO')], unknown: ['X9'] };
}

/** An answer in the words of the table. */
function inWords(answer: Answer, { standing }: Cell): string {
  const has = (words: string): boolean => answer.notes.some((note) => note.includes(words));
  const listed = has('没有记录') && answer.do !== 'refuse' ? '＋列出' : '';
  switch (answer.do) {
    case 'repeat':
      return '答复';
    case 'take-in':
      return `收入${has(firstMissing) ? '·缺首发' : ''}${has('已经终止') ? '·已终止' : ''}${has('并存') ? '·并存' : ''}${listed}`;
    case 'replace':
      return `取代${answer.voids.length > 0 ? '·其余作废' : ''}${listed}`;
    case 'update':
      return `下一版${answer.ends.length > 0 ? '·其余解除' : ''}${listed}`;
    case 'end':
      return `${standing === 'pending' ? '作废' : '解除'}${listed}`;
    case 'nothing':
      return `无需${listed}`;
    case 'refuse':
      return '拒收';
  }
}

describe('what a warning message does', () => {
  it('stands in the table for every type, standing and number of references', () => {
    expect(cells).toHaveLength(63);
    const places = cells.map((c) => `${c.type} ${c.standing} ${c.references}`);
    expect(new Set(places).size).toBe(63);
    expect(new Set(cells.map((c) => c.standing))).toEqual(new Set(standings));
  });

  it.each(cells)('$type · $standing · $references reference: $answer', (cell) => {
    expect(inWords(decideWarning(caseOf(cell)), cell)).toBe(cell.answer);
  });
});

const known = fc.record({
  publication: fc.stringMatching(/^[A-Z]{8}$/),
  standing: fc.constantFrom(...standings.filter((s) => s !== 'unknown')),
});
const anyCase: fc.Arbitrary<Case> = fc.record({
  msgType: fc.constantFrom('Alert' as const, 'Update' as const, 'Cancel' as const),
  drill: fc.boolean(),
  self: fc.constant(null),
  named: fc.uniqueArray(known, { maxLength: 5, selector: (k) => k.publication }),
  unknown: fc.array(fc.stringMatching(/^X[0-9]$/), { maxLength: 3 }),
});
const touchedBy = (answer: Answer): readonly string[] => [
  ...('publication' in answer && (answer.do === 'replace' || answer.do === 'update')
    ? [answer.publication]
    : []),
  ...('voids' in answer ? answer.voids : []),
  ...('ends' in answer ? answer.ends : []),
];

describe('whatever it names', () => {
  it('touches nothing that is over, and each of the rest at most once', () => {
    fc.assert(
      fc.property(anyCase, (of) => {
        const touched = touchedBy(decideWarning(of));
        expect(new Set(touched).size).toBe(touched.length);
        for (const { publication, standing } of of.named)
          if (standing === 'withdrawn' || standing === 'expired') expect(touched).not.toContain(publication);
      }),
    );
  });

  it('an exercise never touches a real warning, nor a real message an exercise', () => {
    fc.assert(
      fc.property(anyCase, (of) => {
        const touched = touchedBy(decideWarning(of));
        for (const { publication, standing } of of.named)
          if ((standing === 'drill') !== of.drill) expect(touched).not.toContain(publication);
      }),
    );
  });

  it('ends all that are not over when it is a Cancel or an Update, and lists what nobody knows', () => {
    fc.assert(
      fc.property(anyCase, (of) => {
        const answer = decideWarning(of);
        for (const name of of.unknown) expect(answer.notes.join()).toContain(name);
        if (of.msgType === 'Alert') return;
        const live = of.named.filter(
          (k) => (k.standing === 'drill') === of.drill && !['withdrawn', 'expired'].includes(k.standing),
        );
        expect(touchedBy(answer).toSorted()).toEqual(live.map((k) => k.publication).toSorted());
      }),
    );
  });

  it('an exercise replaces and ends exercises', () => {
    const named: Known[] = [{ publication: 'ONE', standing: 'drill' }];
    const of = { drill: true, self: null, named, unknown: [] };
    expect(decideWarning({ ...of, msgType: 'Update' })).toMatchObject({ do: 'replace', publication: 'ONE' });
    expect(decideWarning({ ...of, msgType: 'Cancel' })).toMatchObject({ do: 'end', ends: ['ONE'] });
  });
});
