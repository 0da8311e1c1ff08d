import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CapName } from './cap.message.ts';
import {
  decideWarning,
  firstMissing,
  foretoldNotes,
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
 * 记住        remembered: what it names is still to come, and is over when it comes
 * ＋列出      and the references that are not known are listed; of an Update or a Cancel, remembered as well
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
  Cancel  unknown    拒收    记住          记住
  Cancel  pending    答复    作废          作废＋列出
  Cancel  released   答复    解除          解除＋列出
  Cancel  corrected  答复    解除          解除＋列出
  Cancel  withdrawn  答复    无需          无需＋列出
  Cancel  expired    答复    无需          无需＋列出
  Cancel  drill      答复    拒收          记住
`;

/**
 * The same for a message that was over before it came: a Cancel that came first names it, or an Update that came
 * first took its place. It names nothing, or one warning that stands as the row says.
 *
 * 作废收入     taken in as over: a confirmation is impossible
 * 作废·随后解除 the same; what it names is lifted once that which took its place is out
 */
const foretoldTable = `
  type    standing   none      cancelled  replaced
  Alert   pending    作废收入   作废收入    作废收入
  Alert   released   作废收入   作废收入    作废收入
  Alert   withdrawn  作废收入   作废收入    作废收入
  Update  pending    作废收入   作废        作废·随后解除
  Update  released   作废收入   解除        作废·随后解除
  Update  corrected  作废收入   解除        作废·随后解除
  Update  withdrawn  作废收入   作废收入    作废收入
  Update  expired    作废收入   作废收入    作废收入
  Update  drill      作废收入   作废收入    作废收入
  Cancel  released   拒收       解除        解除
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

const name = (identifier: string): CapName => ({
  sender: 'kyqx@example.gov.cn',
  identifier,
  sent: '2026-11-23T09:00:00+08:00',
});

/** The case of a cell. An unnamed publication has no standing but the message's own. */
function caseOf({ type, standing, references }: Cell, drill = false): Case {
  const known = (publication: string): Known[] => (standing === 'unknown' ? [] : [{ publication, standing }]);
  const bare = { msgType: type, drill, self: null, foretold: null, named: [], unknown: [] };
  if (references === 'none') return { ...bare, self: known('SELF')[0] ?? null };
  if (references === 'one')
    return { ...bare, named: known('ONE'), unknown: standing === 'unknown' ? [name('X1')] : [] };
  return { ...bare, named: [...known('ONE'), ...known('TWO')], unknown: [name('X9')] };
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
    case 'void':
      return `作废${answer.ends.length > 0 ? '·随后解除' : '收入'}${listed}`;
    case 'remember':
      return '记住';
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

interface Row {
  readonly type: Type;
  readonly standing: Exclude<Standing, 'unknown'>;
  readonly none: string;
  readonly cancelled: string;
  readonly replaced: string;
}
const rows: readonly Row[] = foretoldTable
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [type, standing, none, cancelled, replaced] = line.trim().split(/\s+/) as [
      Type,
      Row['standing'],
      string,
      string,
      string,
    ];
    return { type, standing, none, cancelled, replaced };
  });

describe('a message that was over before it came', () => {
  it.each(rows)('$type naming what is $standing: $none · $cancelled · $replaced', (row) => {
    const bare = { msgType: row.type, drill: false, self: null, unknown: [] };
    const named = [{ publication: 'ONE', standing: row.standing }];
    const said = (of: Pick<Case, 'named' | 'foretold'>): string =>
      inWords(decideWarning({ ...bare, ...of }), { ...row, references: 'one', answer: '' });
    expect({
      ...row,
      none: said({ named: [], foretold: 'Cancel' }),
      cancelled: said({ named, foretold: 'Cancel' }),
      replaced: said({ named, foretold: 'Update' }),
    }).toEqual(row);
  });

  it('says who ended it', () => {
    const alert = { msgType: 'Alert', drill: false, self: null, named: [], unknown: [] } as const;
    expect(decideWarning({ ...alert, foretold: 'Cancel' }).notes).toEqual([foretoldNotes.Cancel]);
    expect(foretoldNotes.Cancel).toContain('已被发布单位解除');
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
  foretold: fc.constantFrom(null, 'Cancel' as const, 'Update' as const),
  named: fc.uniqueArray(known, { maxLength: 5, selector: (k) => k.publication }),
  unknown: fc.array(fc.stringMatching(/^X[0-9]$/).map(name), { maxLength: 3 }),
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
        for (const { identifier } of of.unknown) expect(answer.notes.join()).toContain(identifier);
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
    const of = { drill: true, self: null, foretold: null, named, unknown: [] };
    expect(decideWarning({ ...of, msgType: 'Update' })).toMatchObject({ do: 'replace', publication: 'ONE' });
    expect(decideWarning({ ...of, msgType: 'Cancel' })).toMatchObject({ do: 'end', ends: ['ONE'] });
  });
});
