import { readFileSync } from 'node:fs';
import { XmlDocument, XmlLibError, XsdValidator, type XmlElement } from 'libxml2-wasm';
import { ProblemError } from '../../http/problem.ts';
import { faultInWords } from './cap.faults.ts';

const schema = readFileSync(new URL('../../../schemas/cap-1.2.xsd', import.meta.url), 'utf8');
let made: XsdValidator | null = null;

/** Made on the first message and kept: a process reads many. */
function validator(): XsdValidator {
  made ??= XsdValidator.fromDoc(XmlDocument.fromString(schema));
  return made;
}

/** Largest message (characters) that is looked at. */
export const capLimit = 2_000_000;

/**
 * Reads the text with the one parser there is, checks it against the schema, and hands its root to `read`.
 * Nothing is loaded from elsewhere, and no entity is expanded: there are none.
 * @throws ProblemError 422 `bad-cap` naming the first faults by line
 */
export function withCap<T>(xml: string, read: (alert: XmlElement) => T): T {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml))
    throw bad('预警报文不得包含 DOCTYPE 或实体声明；请向发送方索取标准的 CAP 1.2 报文');
  let document: XmlDocument | null = null;
  try {
    document = XmlDocument.fromString(xml);
    validator().validate(document);
    return read(document.root);
  } catch (error) {
    throw error instanceof XmlLibError ? faulty(error) : error;
  } finally {
    document?.dispose();
  }
}

function faulty({ details }: XmlLibError): ProblemError {
  const faults = details.slice(0, 3).map(faultInWords);
  return bad(`预警报文不符合 CAP 1.2 规范：${faults.join('；')}；请向发送方核对后重新导入`);
}

export const bad = (words: string): ProblemError => new ProblemError(422, 'bad-cap', words);
