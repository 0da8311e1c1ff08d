import { theme, type ThemeConfig } from 'antd';
import type { Look } from './look.rules.ts';

/** Grey words that can be read on white and on the grey of the page (WCAG 2.2, 1.4.3: 4.5 to 1). */
const greyOf = (grey: string): ThemeConfig['token'] => ({
  colorTextDescription: grey,
  colorTextTertiary: grey,
  colorTextPlaceholder: grey,
  colorTextQuaternary: grey,
});

const light: ThemeConfig = {
  token: {
    colorPrimary: '#b01e23',
    colorError: '#cf1322',
    colorSuccess: '#237804',
    colorLink: '#0958d9',
    ...greyOf('#5c6066'),
  },
  components: {
    // words one step darker than the library has them: 4.5 to 1 on the ground of their tag
    Tag: {
      green7: '#237804',
      orange7: '#873800',
      volcano7: '#871400',
      gold7: '#874d00',
      cyan7: '#00595f',
      blue7: '#003eb3',
      red7: '#a8071a',
      purple7: '#391085',
      colorInfo: '#003eb3',
    },
  },
};

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    // a red that can be read on the dark ground; words on it are dark, too
    colorPrimary: '#f07f80',
    colorError: '#f5787a',
    colorLink: '#7fb0ff',
    colorTextLightSolid: '#1d0506',
    ...greyOf('#a3a7ad'),
  },
  components: { Tooltip: { colorTextLightSolid: '#fff' } },
};

/** Words of 18 px and more; what can be pressed is 44 px high; nothing moves. */
const elder: ThemeConfig = {
  token: {
    fontSize: 18,
    fontSizeSM: 18,
    fontSizeLG: 20,
    lineHeight: 1.6,
    controlHeight: 44,
    controlHeightSM: 44,
    controlHeightLG: 52,
    controlInteractiveSize: 24,
    motion: false,
  },
  components: {
    Switch: { trackHeight: 44, trackMinWidth: 84, handleSize: 40 },
    // the sign before a row that opens it
    Table: { controlInteractiveSize: 44 },
  },
};

function themeOf(colours: ThemeConfig, size: ThemeConfig): ThemeConfig {
  const isLarge = size === elder;
  return {
    ...colours,
    token: { borderRadius: 6, fontSize: 14, ...colours.token, ...size.token },
    components: {
      ...colours.components,
      ...size.components,
      // headings by their rank, not by their size
      Typography: {
        fontSizeHeading1: isLarge ? 26 : 20,
        lineHeightHeading1: 1.4,
        fontSizeHeading2: isLarge ? 21 : 16,
        lineHeightHeading2: 1.5,
      },
    },
  };
}

const themes: Readonly<Record<Look, ThemeConfig>> = {
  light: themeOf(light, {}),
  dark: themeOf(dark, {}),
  'light-elder': themeOf(light, elder),
  'dark-elder': themeOf(dark, elder),
};

/** The class under which the colours and sizes of a look stand as variables for our own sheets. */
export const variablesOf = (look: Look): string => `towncrier-${look}`;

export function themeFor(look: Look, motion: boolean): ThemeConfig {
  const { token, ...rest } = themes[look];
  const still = motion ? {} : { motion };
  return { ...rest, token: { ...token, ...still }, cssVar: { key: variablesOf(look) } };
}
