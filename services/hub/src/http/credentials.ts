/** How a browser says who it is: the cookie of its session, and on changing calls a token beside it. */
export const sessionCookie = 'towncrier_session';
/** By which a browser is known in which somebody signed in before. */
export const deviceCookie = 'towncrier_device';
export const csrfHeader = 'x-csrf-token';
