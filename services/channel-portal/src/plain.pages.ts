import { escapeHtml } from '@towncrier/content';
import { markup } from '@towncrier/pages';
import { back, frame, head, listOf } from './page.frame.ts';
import type { PortalSettings } from './settings.ts';
import type { Venue } from './venues.ts';

/** Pages without a notice. */

export const absentPage = (at: Venue): string =>
  frame(
    '没有此通知',
    markup`
      <main>
        ${back(at)}
        <div class="text"><h1>没有此通知</h1><p>请核对网址，或返回查看最新通知。</p></div>
      </main>
    `,
  );

export const onlinePage = (site: PortalSettings, at: Venue): string =>
  frame(
    '已连接',
    markup`
      ${head('已连接互联网', `${at.title} · ${site.PORTAL_SITE_NAME}`)}
      <main>
        <div class="text">
          <p>可以上网了，祝您一切顺利。</p>
          <p><a href="${listOf(at)}">再看看通知 ›</a></p>
        </div>
      </main>
    `,
  );

export const termsPage = (site: PortalSettings, at: Venue): string =>
  frame(
    '公共无线上网须知',
    markup`
      <main>
        ${back(at)}
        <div class="text">
          <h1>公共无线上网须知</h1>
          <ol>
            <li>本网络由${escapeHtml(site.PORTAL_SITE_NAME)}免费提供。</li>
            <li>请遵守法律法规，不得利用本网络从事违法活动。</li>
            <li>运营单位依照《网络安全法》留存上网日志。</li>
            <li>本页只统计每条通知在各场所的展示次数，不记录手机号和设备标识。</li>
            <li>公共网络请勿输入重要密码，谨防诈骗。</li>
          </ol>
        </div>
      </main>
    `,
  );
