import { Office } from './office.ts';

let office = new Office('soffice');

/** Names the office program of this machine: a name on the PATH, or the path of a file. */
export function useOffice(program: string): void {
  office = new Office(program);
}

/** The one office program of this machine, which does one thing at a time. */
export const machineOffice = (): Office => office;
