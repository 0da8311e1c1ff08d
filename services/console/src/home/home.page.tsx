import { Alert, Badge, Card, Col, Flex, Row, Spin, Typography } from 'antd';
import { LinkButton, PageLink } from '../frame/link.tsx';
import { addressOf, type Route } from '../frame/route.ts';
import { lasting } from '../frame/time.ts';
import { TourOffer } from '../help/tour.offer.tsx';
import { useSession } from '../session/session.ts';
import { LightsCard } from './lights.card.tsx';
import { useHome, type Home, type HomeItem, type HomeSection } from './home.ts';

type Place = HomeItem['to'];
const routeTo = ({ at, id }: Place): Route => (id === null ? { at } : { at, id });

/** Where a day begins: what waits for whoever is signed in, and what they begin most often. */
export function HomePage() {
  const session = useSession();
  const { data, error } = useHome();
  if (data === undefined)
    return error === null ? <Spin /> : <Alert type="error" showIcon title={error.message} />;
  return (
    <Flex vertical gap={16}>
      <Typography.Title level={1} style={{ fontSize: 'var(--ant-font-size-heading-3)', margin: 0 }}>
        {data.waiting === 0 ? '现在没有等您办理的事项' : `有 ${data.waiting} 件事项等您办理`}
      </Typography.Title>
      {session.data != null && <TourOffer session={session.data} />}
      <Beginnings of={data.begin} />
      <Row gutter={[16, 16]}>
        {data.sections.map((section) => (
          <Col key={section.key} xs={24} lg={12}>
            <SectionCard section={section} />
          </Col>
        ))}
      </Row>
      {data.lights.length > 0 && <LightsCard lights={data.lights} />}
    </Flex>
  );
}

const Beginnings = ({ of }: { readonly of: Home['begin'] }) => (
  <Flex wrap gap={8}>
    {of.map(({ label, look, to }) => (
      <LinkButton
        key={label}
        to={addressOf(routeTo(to))}
        size="large"
        variant={look === 'plain' ? 'outlined' : 'solid'}
        color={look === 'danger' ? 'danger' : 'primary'}
      >
        {label}
      </LinkButton>
    ))}
  </Flex>
);

const SectionCard = ({ section: { title, nothing, items, total, more } }: { section: HomeSection }) => (
  <Card
    size="small"
    title={
      <>
        {title} <Badge count={total} overflowCount={999} color="var(--ant-color-primary)" />
      </>
    }
  >
    {items.length === 0 ? (
      <Typography.Text type="secondary">{nothing}</Typography.Text>
    ) : (
      <Flex vertical gap={10}>
        {items.map((item) => (
          <ItemLine key={item.key} item={item} />
        ))}
        {more !== null && <PageLink to={routeTo(more)}>共 {total} 件，全部查看</PageLink>}
      </Flex>
    )}
  </Card>
);

const tones = { plain: 'secondary', soon: 'warning', late: 'danger' } as const;

const ItemLine = ({ item: { title, words, since, tone, to } }: { readonly item: HomeItem }) => (
  <div>
    <PageLink to={routeTo(to)}>{title}</PageLink>
    <div>
      <Typography.Text type={tones[tone]}>{words}</Typography.Text>
      {since !== null && <Typography.Text type="secondary"> · {lasting(since)}前</Typography.Text>}
    </div>
  </div>
);
