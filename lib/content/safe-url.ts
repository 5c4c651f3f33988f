/** Addresses that lead to a page and run nothing: https, http and mail, and paths of this site. */
export const isSafeUrl = (url: string): boolean =>
  !url.includes("\\") &&
  (/^(https?:\/\/|mailto:|#|\/(?!\/)|\.{1,2}\/)/i.test(url) || /^[\w-]+([/#]|$)/.test(url));
