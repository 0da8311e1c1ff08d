import { Table, Tag, Typography } from 'antd';
import { linkedRow } from '../frame/link.tsx';
import { OpenLink } from '../frame/opened.tsx';
import { LiaisonTag } from './liaison.tag.tsx';
import { everyBody, type OrganisationNode } from './organisations.ts';
import { Word } from '../session/words.tsx';

/** The table draws an arrow for an empty list too: who has nobody below has no list here. */
type Branch = Omit<OrganisationNode, 'children'> & { readonly children?: readonly Branch[] };
const branchOf = ({ children, ...rest }: OrganisationNode): Branch =>
  children.length === 0 ? rest : { ...rest, children: children.map(branchOf) };

interface Props {
  readonly tree: readonly OrganisationNode[];
  /** Then every branch that is left is open. */
  readonly isSearched: boolean;
  readonly loading: boolean;
}

export const OrganisationTable = ({ tree, isSearched, loading }: Props) => (
  <Table<Branch>
    // which rows are open is asked once, when there are rows
    key={
      isSearched
        ? everyBody(tree)
            .map((o) => o.code)
            .join()
        : (tree[0]?.code ?? 'none')
    }
    rowKey="code"
    size="small"
    loading={loading}
    dataSource={tree.map(branchOf)}
    pagination={false}
    onRow={linkedRow}
    locale={{ emptyText: '没有这样的机构' }}
    defaultExpandedRowKeys={(isSearched ? everyBody(tree) : tree).map((o) => o.code)}
    columns={[
      { title: '机构', render: (_, o) => <Name of={o} /> },
      {
        title: '类别',
        dataIndex: 'kind',
        width: 130,
        render: (k: Branch['kind']) => <Word on="organisations" field="kind" of={k} />,
      },
      {
        title: '代码',
        dataIndex: 'code',
        width: 160,
        render: (c: string) => <Typography.Text code>{c}</Typography.Text>,
      },
      { title: '联络员', width: 200, render: (_, o) => <LiaisonTag liaison={o.liaison} /> },
    ]}
  />
);

const Name = ({ of }: { of: Branch }) => (
  <>
    <OpenLink of={of.code}>{of.name}</OpenLink>
    {of.sample && <Tag style={{ marginLeft: 8 }}>样例，待核对</Tag>}
    {of.standing.state === 'abolished' && (
      <Tag color="default" style={{ marginLeft: 8 }}>
        已撤销
      </Tag>
    )}
  </>
);
