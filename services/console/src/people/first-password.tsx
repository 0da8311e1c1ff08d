import { Alert, Typography } from 'antd';

/** The one-time password of an account, where one was just made. */
export function FirstPassword({
  person,
}: {
  person: { readonly name: string; readonly password?: string } | undefined;
}) {
  if (person?.password === undefined) return null;
  return (
    <Alert
      type="success"
      showIcon
      title={
        <>
          {person.name} 的一次性密码（只显示这一次）：
          <Typography.Text code copyable>
            {person.password}
          </Typography.Text>
        </>
      }
    />
  );
}
