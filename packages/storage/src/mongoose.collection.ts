import type { Model } from 'mongoose';
import { change } from './change.ts';
import { checked } from './checked.ts';
import type {
  Changed,
  Collection,
  CollectionSpec,
  Decide,
  Doc,
  FindOptions,
  Fresh,
  Lease,
  Page,
  Scalar,
  Where,
} from './collection.ts';
import {
  comparisons,
  fullOrder,
  pageSize,
  readCursor,
  requireDeclared,
  wordsOf,
  writeCursor,
  type FullOrder,
} from './query.ts';

export interface Stored {
  _id: string;
  version: number;
}
type Filter = Record<string, unknown>;
const duplicateKey = 11000;

export class MongooseCollection<T extends Doc> implements Collection<T> {
  constructor(
    private readonly model: Model<Stored>,
    private readonly spec: CollectionSpec<T>,
  ) {}

  async get(id: string): Promise<T | null> {
    return (await this.model.collection.findOne({ _id: id } as Filter)) as T | null;
  }

  async insert(doc: Fresh<T>): Promise<boolean> {
    const stored = plain(checked(this.spec, doc, 1));
    try {
      await this.model.collection.insertOne(stored as { _id: never });
      return true;
    } catch (error) {
      if ((error as { code?: number }).code === duplicateKey) return false;
      throw error;
    }
  }

  async replace(doc: Fresh<T>, expectedVersion: number): Promise<boolean> {
    const stored = plain(checked(this.spec, doc, expectedVersion + 1));
    const result = await this.model.collection.replaceOne(
      { _id: doc._id, version: expectedVersion } as Filter,
      stored,
    );
    return result.matchedCount === 1;
  }

  change(id: string, decide: Decide<T>, seen?: T): Promise<Changed<T>> {
    return change(this, id, decide, seen);
  }

  async find(where: Where, options: FindOptions = {}): Promise<Page<T>> {
    requireDeclared(this.spec.name, this.spec.indexes, where, options.order);
    const order = fullOrder(options.order);
    const limit = pageSize(options);
    const words = wordsOf(this.spec, options);
    const text = words === null ? [] : [{ $text: { $search: words.map((word) => `"${word}"`).join(' ') } }];
    const after = options.after === undefined ? [] : [behind(order, readCursor(order, options.after))];
    const found: readonly unknown[] = await this.model.collection
      .find({ $and: [filterOf(where), ...text, ...after] } as Filter)
      .sort(sortOf(order))
      .limit(limit + 1)
      .toArray();
    const items = found.slice(0, limit) as T[];
    return found.length > limit ? { items, cursor: writeCursor(order, items.at(-1)) } : { items };
  }

  async count(where: Where): Promise<number> {
    requireDeclared(this.spec.name, this.spec.indexes, where, undefined);
    return this.model.collection.countDocuments(filterOf(where));
  }

  async claim(where: Where, lease: Lease): Promise<(T & { lease: { token: string; until: string } }) | null> {
    requireDeclared(this.spec.name, this.spec.indexes, where, lease.order);
    const free = { $or: [{ 'lease.until': null }, { 'lease.until': { $lt: lease.now } }] };
    return (await this.model.collection.findOneAndUpdate(
      { $and: [filterOf(where), free] } as Filter,
      { $set: { lease: { token: lease.token, until: lease.until } }, $inc: { version: 1 } } as Filter,
      { sort: sortOf(fullOrder(lease.order)), returnDocument: 'after' },
    )) as (T & { lease: { token: string; until: string } }) | null;
  }

  async delete(id: string): Promise<boolean> {
    return (await this.model.collection.deleteOne({ _id: id } as Filter)).deletedCount === 1;
  }
}

/** What JSON keeps of a document, as in the embedded store; BSON would turn an undefined field into null. */
const plain = (doc: unknown): object => JSON.parse(JSON.stringify(doc)) as object;

const sortOf = (order: FullOrder): Record<string, 1 | -1> =>
  Object.fromEntries(order.map(([path, direction]) => [path, direction === 'asc' ? 1 : -1]));

function filterOf(where: Where): Filter {
  return {
    $and: [
      {},
      ...comparisons(where).map((c) => ({
        [c.path]: { [`$${c.operator}`]: c.operator === 'in' ? c.values : c.value },
      })),
    ],
  };
}

/** Everything behind a cursor; null sorts first, as MongoDB does. */
function behind(order: FullOrder, values: readonly Scalar[]): Filter {
  return {
    $or: order.map(([path, direction], i) => {
      const equal = order.slice(0, i).map(([p], k) => ({ [p]: values[k] ?? null }));
      return { $and: [...equal, beyond(path, direction, values[i] ?? null)] };
    }),
  };
}

function beyond(path: string, direction: 'asc' | 'desc', value: Scalar): Filter {
  if (direction === 'asc') return value === null ? { [path]: { $ne: null } } : { [path]: { $gt: value } };
  return value === null ? { [path]: { $in: [] } } : { $or: [{ [path]: { $lt: value } }, { [path]: null }] };
}
