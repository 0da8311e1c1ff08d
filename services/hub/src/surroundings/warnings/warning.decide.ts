import type { CapMessage, CapName } from './cap.message.ts';

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

/** What came first and says that a message is over: that was cancelled, or that took its place. */
export type Foretold = 'Cancel' | 'Update';

/** A message, and what is known here of what it is about. */
export interface Case {
  readonly msgType: CapMessage['msgType'];
  /** It is an exercise or a test itself. */
  readonly drill: boolean;
  /** What became of this very message, where it was taken in before. */
  readonly self: Known | null;
  /** It was over before it came. */
  readonly foretold: Foretold | null;
  /** What its references name, each publication once, in their order. */
  readonly named: readonly Known[];
  /** References that name nothing known here. */
  readonly unknown: readonly CapName[];
}

interface Told {
  /** For the person who handed it in, and for the trail. */
  readonly notes: readonly string[];
}
export type Answer =
  /** Taken in before: answered with what became of it. */
  | ({ readonly do: 'repeat'; readonly publication: string } & Told)
  | ({ readonly do: 'take-in' } & Told)
  /** Taken in as over, and never goes out; `ends` are over once that which took its place is out. */
  | ({ readonly do: 'void'; readonly ends: readonly string[] } & Told)
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
  /** All it names is still to come, and is over when it comes. */
  | ({ readonly do: 'remember' } & Told)
  | ({ readonly do: 'refuse' } & Told);

export const firstMissing = '更新报文，首发未收到';
const outAlready: readonly Standing[] = ['released', 'corrected'];
const over: readonly Standing[] = ['withdrawn', 'expired'];
const ids = (known: readonly Known[]): readonly string[] => known.map((k) => k.publication);

/**
 * What a message does. An exercise touches exercises only, a real message real warnings only. The whole table
 * stands in warning.decide.spec.ts. What a Cancel or an Update names and nobody knows is remembered, whatever
 * else it does: in which order messages arrive is no matter of the sender's.
 */
export function decideWarning(of: Case): Answer {
  if (of.self !== null) return { do: 'repeat', publication: of.self.publication, notes: [] };
  const mine = of.named.filter((k) => of.drill === (k.standing === 'drill'));
  const notes = [...unknownNote(of), ...otherWorldNote(of, mine)];
  if (of.foretold !== null && of.msgType !== 'Cancel') return overAlready(of, of.foretold, mine, notes);
  switch (of.msgType) {
    case 'Alert':
      return { do: 'take-in', notes: [...notes, ...besideNote(mine)] };
    case 'Update':
      return updated(mine, notes);
    case 'Cancel':
      return cancelled(of, mine, notes);
  }
}

/** What an Update would have replaced is over as well, as if the messages had come in their order. */
function overAlready(of: Case, by: Foretold, mine: readonly Known[], notes: readonly string[]): Answer {
  const live = of.msgType === 'Alert' ? [] : mine.filter((k) => !over.includes(k.standing));
  const told = { ends: ids(live), notes: [foretoldNotes[by], ...notes] };
  return by === 'Cancel' && live.length > 0 ? { do: 'end', ...told } : { do: 'void', ...told };
}

export const foretoldNotes: Readonly<Record<Foretold, string>> = {
  Cancel: '已被发布单位解除：解除报文先于本报文收到，不再发布',
  Update: '已被更新报文取代：更新报文先于本报文收到，不再发布',
};

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
  if (of.unknown.length > 0) return { do: 'remember', notes: [...notes, rememberedNote] };
  if (of.named.length > 0) return { do: 'refuse', notes };
  return {
    do: 'refuse',
    notes: ['解除报文必须写明所解除的预警（references）；本报文没有写，请向发送方核对'],
  };
}

const rememberedNote = '解除已经记下：所引用的预警日后收到时即作废，不再发布';

const againNote = '更新报文，所引用的预警已经终止，作为新的预警办理';

const unknownNote = ({ unknown }: Case): readonly string[] =>
  unknown.length === 0 ? [] : [`引用的 ${unknown.map((u) => u.identifier).join('、')} 没有记录`];

const otherWorldNote = ({ drill, named }: Case, mine: readonly Known[]): readonly string[] => {
  if (named.length === mine.length) return [];
  return [drill ? '演练报文不触动它所引用的实际预警' : '所引用的是演练，未按实际预警办理'];
};

const besideNote = (mine: readonly Known[]): readonly string[] =>
  mine.length === 0 ? [] : ['首发报文引用了已经收到的预警，两条并存'];

const endsNote = (others: readonly Known[]): readonly string[] =>
  others.length === 0 ? [] : [`本报文发出后，其余 ${others.length} 条被引用的预警随即解除`];
