export { sameSecret } from './same-secret.ts';
