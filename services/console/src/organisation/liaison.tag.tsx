import { Tag } from 'antd';
import type { OrganisationNode } from './organisations.ts';

export const LiaisonTag = ({ liaison }: { liaison: OrganisationNode['liaison'] }) =>
  liaison.state === 'vacant' ? (
    <Tag color="orange">空缺</Tag>
  ) : (
    <>
      {liaison.title}（{liaison.person}）
    </>
  );
