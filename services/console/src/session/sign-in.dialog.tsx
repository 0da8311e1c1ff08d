import { Modal, Typography } from 'antd';
import { useEffect } from 'react';
import type { Session } from '../api/hub.types.ts';
import { useSession } from './session.ts';
import { SignInForm } from './sign-in.form.tsx';

/** Stands over the page whose session has ended; what is written there stays. */
export function SignInDialog({ of }: { readonly of: Session['person'] }) {
  const { refetch } = useSession();
  // somebody may have signed in meanwhile, in another tab or at the identity provider
  useEffect(() => {
    const look = (): void => void refetch();
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [refetch]);
  return (
    <Modal open title="登录已过期，请重新登录" closable={false} keyboard={false} footer={null} width={420}>
      <Typography.Paragraph>
        这一页的文字都还在。“{of.title}”重新登录后接着写；刚才没有保存成的，会自动再保存一次。
      </Typography.Paragraph>
      <Typography.Paragraph type="secondary">
        如换他人登录，这一页会关上；“{of.title}”没有保存的文字留在本机，只有本人登录后才能恢复。
      </Typography.Paragraph>
      <SignInForm expected={of.name} />
    </Modal>
  );
}
