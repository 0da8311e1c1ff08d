import { Alert, Typography } from 'antd';

/** One half of a reset code, where one was just made. */
export function ResetCode({
  person,
}: {
  person: { readonly name: string; readonly code?: string | undefined } | undefined;
}) {
  if (person?.code === undefined) return null;
  return (
    <Alert
      type="success"
      showIcon
      title={
        <>
          {person.name} 的重设码，您这一段（只显示这一次）：
          <Typography.Text code copyable>
            {person.code}
          </Typography.Text>
        </>
      }
      description="请当面或电话告知本人，不要告诉其他管理员。系统管理员给前一段，安全管理员会签后给后一段，本人在登录页“使用重设码”。"
    />
  );
}
