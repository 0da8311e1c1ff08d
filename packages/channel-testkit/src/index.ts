export {
  defineTwin,
  type Fault,
  type RunningTwin,
  type Shown,
  type TakeFault,
  type Twin,
  type TwinSurroundings,
} from './twin.ts';
export { freePort, hostTwin, type HostedTwin } from './twin.host.ts';
export { registerOf } from './register.of.ts';
export { actedLate } from './acted.late.ts';
export { Shelf } from './shelf.ts';
export { escapeHtml, wallPage } from './wall.page.ts';
