import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { enterWith } from '../../../scripts/lib/second.factor.ts';
import type { Person } from './hub.client.ts';
import type { Town } from './town.ts';

const executablePath = process.env.TOWNCRIER_CHROMIUM ?? '/usr/bin/chromium';

/** Whether there is a browser to test with; said once in each file that asks. */
export const hasBrowser = executablePath !== '' && existsSync(executablePath);
if (!hasBrowser)
  process.stderr.write('SKIPPED: browser tests, no Chromium here; set TOWNCRIER_CHROMIUM to one\n');

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launched = (): Promise<Browser> => chromium.launch({ executablePath, args: quiet });

/** The console as somebody with this role finds it after signing in. */
export async function consoleAs(
  role: string,
  town: Pick<Town, 'stack' | 'hubUrl'>,
  browser: Browser,
): Promise<Page> {
  const person = (await peopleOf(town)).find((p) => p.roles.includes(role));
  return signedIn(person, town, browser);
}

/** The same, as one of the people the town began with finds it. */
export async function consoleOf(
  name: string,
  town: Pick<Town, 'stack' | 'hubUrl'>,
  browser: Browser,
): Promise<Page> {
  const person = (await peopleOf(town)).find((p) => p.name === name);
  return signedIn(person, town, browser);
}

const peopleOf = async (town: Pick<Town, 'stack'>): Promise<readonly Person[]> =>
  JSON.parse(await readFile(town.stack.credentialsFile, 'utf8')) as Person[];

async function signedIn(
  person: Person | undefined,
  town: Pick<Town, 'hubUrl'>,
  browser: Browser,
): Promise<Page> {
  const viewport = { width: 1366, height: 900 };
  const page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${town.hubUrl}/`);
  await page.getByLabel('用户名').fill(person?.name ?? '');
  await signIn(page.locator('main'), person);
  await page.getByRole('button', { name: /退\s*出/ }).waitFor();
  return page;
}

class WrongCode extends Error {}

/** Fills in what the form asks for, in the place where it stands: the password, then the code where one is needed. */
export async function signIn(form: Locator, person: Person | undefined): Promise<void> {
  const enter = form.getByRole('button', { name: /登\s*录$/ });
  await form.getByLabel('密码').fill(person?.password ?? '');
  await enter.click();
  const field = form.getByLabel('动态码', { exact: true });
  const wrong = form.getByText('动态码不正确');
  await enterWith(
    person?.secondFactor,
    async (code) => {
      if (code === undefined) return;
      await field.fill(code);
      const answered = form.page().waitForResponse((r) => r.url().endsWith('/api/v1/session'));
      await enter.click();
      if (!(await answered).ok()) {
        await wrong.waitFor();
        throw new WrongCode();
      }
    },
    (error) => error instanceof WrongCode,
  );
}
