/** The cookie that a browser is known by before anybody signs in; proxy.ts sets it on the first page. */
export const guestCookie = "guest";

export const guestCookieSeconds = 365 * 24 * 60 * 60;
