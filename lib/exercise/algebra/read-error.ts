/** Why a formula cannot be read, for the person who typed it. It does not leave this folder. */
export class ReadError extends Error {}
