import type { Block } from '@towncrier/contracts';

type BlockType = Block['type'];
/** The block of a type. A list answers to both of its types. */
export type BlockOf<T extends BlockType, B extends Block = Block> = B extends Block
  ? T extends B['type']
    ? B
    : never
  : never;

/**
 * One answer for every type of block: a type that is added to the model does not compile until each table
 * answers it. `C` is what an answer needs besides the block.
 */
export type BlockTable<C, R> = { readonly [T in BlockType]: (block: BlockOf<T>, context: C) => R };

/** Asks the table for the answer of the block's own type. */
export const answerOf = <C, R>(table: BlockTable<C, R>, block: Block, context: C): R =>
  (table[block.type] as (block: Block, context: C) => R)(block, context);
