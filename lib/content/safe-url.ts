/** Addresses that lead to a page and run nothing: https, http and mail, and paths of this site. */
export const isSafeUrl = (url: string): boolean =>
  // Browsers leave out tabs and ends of lines, wherever they stand: what is written isn’t where it leads.
  !/[\\\p{Cc}]/u.test(url) &&
  (/^(https?:\/\/|mailto:|#|\/(?!\/)|\.{1,2}\/)/i.test(url) || /^[\w-]+([/#]|$)/.test(url));
