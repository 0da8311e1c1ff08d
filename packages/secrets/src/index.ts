export { sameSecret } from './same-secret.ts';
export { NotSigned, signatureOf, type NamedKey } from './signed.message.ts';
export { addSigningKey, openSigningKey, readPublicKeys, SigningKeysMissing } from './signing.keys.ts';
export { PublicKeys } from './public.keys.ts';
export { codeOfFault, makeKeyFile, replaceKeyFile } from './key.file.ts';
export { KeyRing, KeysMissing } from './key.ring.ts';
export { EnvelopeBroken, envelopeIn, lineOf, openText, sealText, type SealedText } from './envelope.ts';
