export {
  defineTwin,
  type Fault,
  type RunningTwin,
  type Shown,
  type Twin,
  type TwinSurroundings,
} from './twin.ts';
export { freePort, hostTwin, type HostedTwin } from './twin.host.ts';
export { Shelf } from './shelf.ts';
export { escapeHtml, wallPage } from './wall.page.ts';
