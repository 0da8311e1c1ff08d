import type { ThemeConfig } from 'antd';

/** Grey words that can be read on white and on the grey of the page (WCAG 2.2, 1.4.3: 4.5 to 1). */
const grey = '#5c6066';

export const lightTheme: ThemeConfig = {
  token: {
    colorPrimary: '#b01e23',
    colorError: '#cf1322',
    colorLink: '#0958d9',
    colorTextDescription: grey,
    colorTextTertiary: grey,
    colorTextPlaceholder: grey,
    colorTextQuaternary: grey,
    borderRadius: 6,
    fontSize: 14,
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
    // headings by their rank, not by their size
    Typography: {
      fontSizeHeading1: 20,
      lineHeightHeading1: 1.4,
      fontSizeHeading2: 16,
      lineHeightHeading2: 1.5,
    },
  },
};
