import type { Model } from 'mongoose';
import { checked } from './checked.ts';
import type { Collection, CollectionSpec, Doc, FindOptions, Fresh, Lease, Page, Scalar, Where } from './collection.ts';
import { comparisons, fullOrder, readCursor, requireDeclared, valueAt, writeCursor } from './query.ts';

export interface Stored { _id: string; version: number }
type Filter = Record<string, unknown>;
const duplicateKey = 11000;

export class MongooseCollection<T extends Doc> implements Collection<T> {
  constructor(private readonly model: Model<Stored>, private readonly spec: CollectionSpec<T>) {}

  async get(id: string): Promise<T | null> {
    return (await this.model.findOne({ _id: id }).lean()) as T | null;
  }

  async insert(doc: Fresh<T>): Promise<boolean> {
    const stored = checked(this.spec, doc, 1);
    try {
      await this.model.collection.insertOne(stored as unknown as { _id: never });
      return true;
    } catch (error) {
      if ((error as { code?: number }).code === duplicateKey) return false;
      throw error;
    }
  }

  async replace(doc: Fresh<T>, expectedVersion: number): Promise<boolean> {
    const stored = checked(this.spec, doc, expectedVersion + 1);
    const result = await this.model.collection.replaceOne({ _id: stored._id, version: expectedVersion } as Filter, stored as object);
    return result.matchedCount === 1;
  }

  async find(where: Where, options: FindOptions = {}): Promise<Page<T>> {
    requireDeclared(this.spec.name, this.spec.indexes, where, options.order);
    const order = fullOrder(options.order);
    const limit = Math.min(options.limit ?? 100, 1000);
    const after = options.after === undefined ? [] : [behind(order, readCursor(options.after))];
    const found = (await this.model.collection.find({ $and: [filterOf(where), ...after] } as Filter)
      .sort(Object.fromEntries(order.map(([path, direction]) => [path, direction === 'asc' ? 1 : -1] as const))).limit(limit + 1).toArray()) as unknown as T[];
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last !== undefined ? { items, cursor: writeCursor(order.map(([path]) => valueAt(last, path))) } : { items };
  }

  async count(where: Where): Promise<number> {
    requireDeclared(this.spec.name, this.spec.indexes, where, undefined);
    return this.model.collection.countDocuments(filterOf(where));
  }

  async claim(where: Where, lease: Lease): Promise<(T & { lease: { token: string; until: string } }) | null> {
    requireDeclared(this.spec.name, this.spec.indexes, where, lease.order);
    const free = { $or: [{ 'lease.until': null }, { 'lease.until': { $lt: lease.now } }] };
    const sort = Object.fromEntries(fullOrder(lease.order).map(([path, direction]) => [path, direction === 'asc' ? 1 : -1] as const));
    return (await this.model.collection.findOneAndUpdate(
      { $and: [filterOf(where), free] } as Filter,
      { $set: { lease: { token: lease.token, until: lease.until } }, $inc: { version: 1 } } as Filter,
      { sort, returnDocument: 'after' },
    )) as (T & { lease: { token: string; until: string } }) | null;
  }

  async delete(id: string): Promise<boolean> {
    return (await this.model.collection.deleteOne({ _id: id } as Filter)).deletedCount === 1;
  }
}

function filterOf(where: Where): Filter {
  return { $and: [{}, ...comparisons(where).map(({ path, operator, value }) => ({ [path]: { [`$${operator}`]: value } }))] };
}

/** Everything behind a cursor; null sorts first, as MongoDB does. */
function behind(order: readonly (readonly [string, 'asc' | 'desc'])[], values: readonly Scalar[]): Filter {
  return {
    $or: order.map(([path, direction], i) => {
      const equal = order.slice(0, i).map(([p], k) => ({ [p]: values[k] ?? null }));
      const value = values[i] ?? null;
      const beyond = direction === 'asc'
        ? value === null ? { [path]: { $ne: null } } : { [path]: { $gt: value } }
        : value === null ? { [path]: { $in: [] } } : { $or: [{ [path]: { $lt: value } }, { [path]: null }] };
      return { $and: [...equal, beyond] };
    }),
  };
}
