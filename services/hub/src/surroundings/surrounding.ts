import type { ChinaCalendar } from '@towncrier/calendar';
import type { FastifyInstance } from 'fastify';
import type { Screened } from '../access/people/screens.ts';
import type { Access } from '../access/access.compose.ts';
import type { Subject } from '../http/subject.ts';
import type { Changes } from '../ports/changes.ts';
import type { HubParts } from '../ports/hub.parts.ts';
import type { Answering } from '../publications/publication.answers.ts';
import type { Publications } from '../publications/publications.compose.ts';
import type { Audit } from '../trail/audit.compose.ts';

/** The floors that everything around publications stands on. */
export interface Floors {
  readonly parts: HubParts;
  readonly changes: Changes;
  readonly calendar: ChinaCalendar;
  readonly audit: Audit;
  readonly access: Access;
  readonly publications: Publications;
}

/** Something that goes on in the background, from start to stop. */
export interface Work {
  start(): void | Promise<void>;
  stop(): Promise<void>;
}

/** What a surrounding gives to the hub; what it leaves out it does not give. */
export interface Gift extends Answering {
  /** What controllers ask for by class. */
  readonly instances?: readonly object[];
  /** What it registers with the web server beside its controllers. */
  readonly mount?: (http: FastifyInstance) => Promise<void>;
  readonly work?: Work;
}

/** Other surroundings that one stands on, under the names it calls them. */
type Needs = Readonly<Record<string, Surrounding>>;
type Made<N extends Needs> = { readonly [K in keyof N]: N[K] extends Surrounding<infer Own> ? Own : never };

/** A subject that stands on the floors, and may stand on other surroundings, but never in a circle. */
export interface Surrounding<Own = unknown> extends Subject, Screened {
  readonly needs: readonly Surrounding[];
  compose(floors: Floors, neighbours: Neighbours): Promise<{ readonly own: Own; readonly gift: Gift }>;
}

/** What has been composed so far. */
export interface Neighbours {
  of<Own>(surrounding: Surrounding<Own>): Own;
}

interface Told<Own, N extends Needs> extends Subject, Screened {
  readonly needs: N;
  /** Makes what it is. What it stands on is there already. */
  readonly compose: (floors: Floors, made: Made<N>) => Promise<Own>;
  /** What the hub gets of it. */
  readonly gives: (own: Own, floors: Floors) => Gift;
}

export function surrounding<Own, N extends Needs>(told: Told<Own, N>): Surrounding<Own> {
  const { needs, compose, gives, ...subject } = told;
  return {
    ...subject,
    needs: Object.values(needs),
    compose: async (floors, neighbours) => {
      const made = Object.entries(needs).map(([name, need]) => [name, neighbours.of(need)] as const);
      const own = await compose(floors, Object.fromEntries(made) as Made<N>);
      return { own, gift: gives(own, floors) };
    },
  };
}
