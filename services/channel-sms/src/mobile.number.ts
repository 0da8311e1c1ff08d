const mobile = /^1[3-9]\d{9}$/;

/** Whether it is a mobile number of the mainland, eleven digits. */
export const isMobile = (text: string): boolean => mobile.test(text);

/** As people may read it where they must know which one, e.g. 199****0001. */
export const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(7)}`;
