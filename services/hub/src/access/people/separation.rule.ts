import type { Role } from '../role.ts';

const administrators: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin'];
const isAdministrator = (role: Role): boolean => administrators.includes(role);

/**
 * System, security and audit administration are three people's, and none of them does the work they
 * administer (GB/T 22239-2019, 8.1.5).
 */
export function separationObjection(roles: readonly Role[]): string | null {
  const admin = roles.filter(isAdministrator);
  if (admin.length > 1)
    return '系统管理员、安全管理员、审计管理员必须分设，一人只能担任其中一个（GB/T 22239-2019 8.1.5）；请只保留一个';
  if (admin.length === 1 && roles.length > 1)
    return '三类管理员不得兼任业务角色（GB/T 22239-2019 8.1.5）；请去掉其他角色';
  return null;
}
