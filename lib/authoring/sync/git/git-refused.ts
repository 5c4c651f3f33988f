/** A repository that cannot be pulled from, or must not be: a sentence says why. */
export class GitRefused extends Error {}
