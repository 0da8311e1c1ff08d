const least = 12;

/** Length and difference count, composition rules do not (NIST SP 800-63B, 5.1.1.2). */
export function passwordObjection(fresh: string, name: string, old: string): string | null {
  if ([...fresh].length < least) return `密码至少 ${least} 个字符；可以用几个互不相关的词组成`;
  if (fresh.toLowerCase().includes(name.toLowerCase())) return '密码不能包含用户名；请换一个';
  if (new Set(fresh).size < 5) return '密码过于简单；请使用更多不同的字符';
  return fresh === old ? '新密码不能与原密码相同' : null;
}
