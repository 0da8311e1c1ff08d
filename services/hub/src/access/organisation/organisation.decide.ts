import type { PersonDoc } from '../people/people.documents.ts';
import type { OrganisationDoc, OrganisationFacts, OrganisationKind } from './organisation.documents.ts';
import { kindsAbove, kindTitle, organisationRules } from './organisation.rules.ts';

/** Why not: a code for programs, and words for people that name the rule. */
export interface Objection {
  readonly code: string;
  readonly words: string;
}
type Known = ReadonlyMap<string, OrganisationDoc>;

const objection = (code: string, words: string): Objection => ({ code, words });
const kept = `（${organisationRules.kept.source}）`;

/**
 * May something of this kind stand under that parent? `self` is the organisation that is moved, null for a
 * new one.
 */
export function parentObjection(
  kind: OrganisationKind,
  parent: string | null,
  self: string | null,
  known: Known,
): Objection | null {
  const above = kindsAbove(kind);
  if (above.length === 0)
    return parent === null
      ? null
      : objection('parent', `${kindTitle(kind)}是最上一级，不能有上级机构；请去掉上级`);
  const found = parent === null ? undefined : known.get(parent);
  if (found === undefined)
    return objection('parent', `没有这个上级机构：${parent ?? '（空）'}；请从现有机构中选择`);
  if (found.standing.state === 'abolished')
    return objection('abolished', `上级机构“${found.name}”已撤销；请选择在用的机构`);
  if (!above.includes(found.kind))
    return objection(
      'parent',
      `${kindTitle(kind)}应设在${above.map(kindTitle).join('、')}之下，不能设在${kindTitle(found.kind)}“${found.name}”之下`,
    );
  return self !== null && isWithin(found, self, known)
    ? objection('parent', '机构不能设在自己或自己的下级之下；请另选上级')
    : null;
}

export function createObjection(facts: OrganisationFacts, known: Known): Objection | null {
  if (known.has(facts.code))
    return objection('exists', `机构代码 ${facts.code} 已被使用${kept}；请换一个代码`);
  if (
    facts.parent === null &&
    kindsAbove(facts.kind).length === 0 &&
    [...known.values()].some((o) => o.parent === null)
  )
    return objection('parent', '本级政府办公室已经存在，只能有一个最上级机构');
  return parentObjection(facts.kind, facts.parent, null, known);
}

/** An organisation goes only when nobody works there and nothing stands under it any more. */
export function abolishObjection(
  org: OrganisationDoc,
  known: Known,
  people: Iterable<PersonDoc>,
): Objection | null {
  if (org.standing.state === 'abolished') return objection('abolished', `“${org.name}”已经撤销`);
  if (org.parent === null) return objection('root', '最上级机构不能撤销');
  const below = [...known.values()].filter((o) => o.parent === org._id && o.standing.state === 'active');
  if (below.length > 0)
    return objection(
      'has-children',
      `“${org.name}”还有 ${below.length} 个下级机构（如“${below[0]?.name}”）；请先调整它们的上级${kept}`,
    );
  const staff = [...people].filter((p) => p.organisation === org._id && p.state === 'active');
  if (staff.length > 0)
    return objection(
      'has-people',
      `“${org.name}”还有 ${staff.length} 名在用人员；请先把他们调到其他机构或停用${kept}`,
    );
  return null;
}

export function reinstateObjection(org: OrganisationDoc, known: Known): Objection | null {
  if (org.standing.state === 'active') return objection('active', `“${org.name}”没有撤销，不需要恢复`);
  return parentObjection(org.kind, org.parent, org._id, known);
}

export function liaisonObjection(
  org: OrganisationDoc,
  name: string,
  person: PersonDoc | undefined,
): Objection | null {
  const { words, source } = organisationRules.liaison;
  if (org.standing.state === 'abolished') return objection('abolished', `“${org.name}”已撤销，不再设联络员`);
  if (person === undefined)
    return objection('no-person', `没有用户名为 ${name} 的人员；请先由系统管理员建立账号`);
  if (person.state !== 'active')
    return objection(
      'disabled',
      `${person.title}（${name}）的账号已停用，不能担任联络员；${words}（${source}）`,
    );
  if (person.organisation !== org._id)
    return objection(
      'not-theirs',
      `${person.title}（${name}）不属于“${org.name}”；${words}（${source}），请指定本机构的人员`,
    );
  return null;
}

function isWithin(start: OrganisationDoc, code: string, known: Known): boolean {
  const seen = new Set<string>();
  for (
    let at: OrganisationDoc | undefined = start;
    at !== undefined && !seen.has(at._id);
    at = at.parent === null ? undefined : known.get(at.parent)
  ) {
    if (at._id === code) return true;
    seen.add(at._id);
  }
  return false;
}
