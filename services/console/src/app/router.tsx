import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  useParams,
} from '@tanstack/react-router';
import { Spin } from 'antd';
import { addressBehind, places } from '../frame/route.ts';
import { searchIn, searchOf } from '../frame/saved.ts';
import type { ThingScreen } from '../frame/screen.ts';
import { Home } from './home.tsx';
import { BrokenPage, NoSuchPage } from './no.page.tsx';
import { screens, type AnyScreen } from './screens.ts';
import { Shell } from './shell.tsx';

/** Addresses in mails of former years name the page behind `#`. */
function ledOn({ hash }: { readonly hash: string }): void {
  const address = addressBehind(hash);
  if (address !== undefined) throw redirect({ href: address, replace: true });
}

const root = createRootRoute({ component: Shell, beforeLoad: ({ location }) => ledOn(location) });
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

/** Another thing on the same page is begun anew. */
async function pageAboutOne({ load }: ThingScreen) {
  const Page = await load();
  return function OfOne() {
    const { id } = useParams({ strict: false });
    return <Page key={id} id={String(id)} />;
  };
}

const pageOf = (screen: AnyScreen) =>
  lazyRouteComponent(async () => ({
    default: await ('below' in screen ? pageAboutOne(screen) : screen.load()),
  }));

const routeOf = (screen: AnyScreen) =>
  createRoute({
    getParentRoute: () => root,
    path: 'below' in screen ? `/${screen.key}/$id` : `/${screen.key}`,
    component: pageOf(screen),
  });

/** The pages of the console by their addresses. */
export const consoleRouter = () =>
  createRouter({
    routeTree: root.addChildren([home, ...screens.map(routeOf)]),
    history: places,
    parseSearch: searchIn,
    stringifySearch: searchOf,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: () => <Spin />,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NoSuchPage,
  });
