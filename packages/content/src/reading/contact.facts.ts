import type { BlockOf } from '../block.table.ts';
import type { Fact } from './fact.ts';

/** Whom to turn to; what is unknown is left out. */
export const contactFacts = ({ attrs }: BlockOf<'contact'>): readonly Fact[] =>
  [
    { label: '联系单位', value: attrs.name },
    { label: '电话', value: attrs.phone },
    { label: '地址', value: attrs.address },
    { label: '时间', value: attrs.hours },
  ].filter((fact): fact is Fact => fact.value !== undefined && fact.value !== '');
