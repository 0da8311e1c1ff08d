import type { CapMessage } from './cap.message.ts';

/**
 * What became of a warning here: not known · waits for its second person · is out · is out and was updated
 * before · was withdrawn · is over in another way · never goes out.
 */
export const standings = [
  'unknown',
  'pending',
  'released',
  'corrected',
  'withdrawn',
  'expired',
  'drill',
] as const;
export type Standing = (typeof standings)[number];

/** A publication that a message is about. */
export interface Known {
  readonly publication: string;
  readonly standing: Exclude<Standing, 'unknown'>;
}

/** A message, and what is known here of what it is about. */
export interface Case {
  readonly msgType: CapMessage['msgType'];
  /** It is an exercise or a test itself. */
  readonly drill: boolean;
  /** What became of this very message, where it was taken in before. */
  readonly self: Known | null;
  /** What its references name, each publication once, in their order. */
  readonly named: readonly Known[];
  /** References that name nothing known here. */
  readonly unknown: readonly string[];
}

interface Told {
  /** For the person who handed it in, and for the trail. */
  readonly notes: readonly string[];
}
export type Answer =
  /** Taken in before: answered with what became of it. */
  | ({ readonly do: 'repeat'; readonly publication: string } & Told)
  | ({ readonly do: 'take-in' } & Told)
  /** Takes the place of what waits; `voids` wait as well and never go out. */
  | ({ readonly do: 'replace'; readonly publication: string; readonly voids: readonly string[] } & Told)
  /** The next edition of what is out; once it is out, `ends` are over too. */
  | ({
      readonly do: 'update';
      readonly publication: string;
      readonly voids: readonly string[];
      readonly ends: readonly string[];
    } & Told)
  /** `ends`, at least one, are over now, out or not. */
  | ({ readonly do: 'end'; readonly ends: readonly string[] } & Told)
  /** All it names is over already. */
  | ({ readonly do: 'nothing'; readonly publication: string } & Told)
  | ({ readonly do: 'refuse' } & Told);

export const firstMissing = '更新报文，首发未收到';
const outAlready: readonly Standing[] = ['released', 'corrected'];
const over: readonly Standing[] = ['withdrawn', 'expired'];
const ids = (known: readonly Known[]): readonly string[] => known.map((k) => k.publication);

/**
 * What a message does. An exercise touches exercises only, a real message real warnings only. The whole table
 * stands in warning.decide.spec.ts.
 */
export function decideWarning(of: Case): Answer {
  if (of.self !== null) return { do: 'repeat', publication: of.self.publication, notes: [] };
  const mine = of.named.filter((k) => of.drill === (k.standing === 'drill'));
  const notes = [...unknownNote(of), ...otherWorldNote(of, mine)];
  switch (of.msgType) {
    case 'Alert':
      return { do: 'take-in', notes: [...notes, ...besideNote(mine)] };
    case 'Update':
      return updated(mine, notes);
    case 'Cancel':
      return cancelled(of, mine, notes);
  }
}

function updated(mine: readonly Known[], notes: readonly string[]): Answer {
  const out = mine.filter((k) => outAlready.includes(k.standing));
  const waiting = mine.filter((k) => k.standing === 'pending' || k.standing === 'drill');
  const [first, ...others] = out;
  if (first !== undefined)
    return {
      do: 'update',
      publication: first.publication,
      voids: ids(waiting),
      ends: ids(others),
      notes: [...notes, ...endsNote(others)],
    };
  const [next, ...rest] = waiting;
  if (next !== undefined) return { do: 'replace', publication: next.publication, voids: ids(rest), notes };
  return { do: 'take-in', notes: [mine.length === 0 ? firstMissing : againNote, ...notes] };
}

function cancelled(of: Case, mine: readonly Known[], notes: readonly string[]): Answer {
  const ends = ids(mine.filter((k) => !over.includes(k.standing)));
  if (ends.length > 0) return { do: 'end', ends, notes };
  const [last] = mine;
  if (last !== undefined)
    return {
      do: 'nothing',
      publication: last.publication,
      notes: [...notes, '所引用的预警此前已经终止，无需解除'],
    };
  if (of.named.length > 0) return { do: 'refuse', notes };
  const named = of.unknown.length === 0 ? '编号为空' : `${of.unknown.join('、')} 没有记录`;
  return {
    do: 'refuse',
    notes: [`解除报文必须引用本系统收到过的预警（references）；引用的${named}，没有可以解除的预警`],
  };
}

const againNote = '更新报文，所引用的预警已经终止，作为新的预警办理';

const unknownNote = ({ unknown }: Case): readonly string[] =>
  unknown.length === 0 ? [] : [`引用的 ${unknown.join('、')} 没有记录`];

const otherWorldNote = ({ drill, named }: Case, mine: readonly Known[]): readonly string[] => {
  if (named.length === mine.length) return [];
  return [drill ? '演练报文不触动它所引用的实际预警' : '所引用的是演练，未按实际预警办理'];
};

const besideNote = (mine: readonly Known[]): readonly string[] =>
  mine.length === 0 ? [] : ['首发报文引用了已经收到的预警，两条并存'];

const endsNote = (others: readonly Known[]): readonly string[] =>
  others.length === 0 ? [] : [`本报文发出后，其余 ${others.length} 条被引用的预警随即解除`];
