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
    // headings by their rank, not by their size
    Typography: {
      fontSizeHeading1: 20,
      lineHeightHeading1: 1.4,
      fontSizeHeading2: 16,
      lineHeightHeading2: 1.5,
    },
  },
};
