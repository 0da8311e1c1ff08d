/** How a browser says who it is: the cookie of its session, and on changing calls a token beside it. */
export const sessionCookie = 'towncrier_session';
export const csrfHeader = 'x-csrf-token';
