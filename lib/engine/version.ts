/** Stored with every variant. Raise it when a change here can alter a number that some variant was drawn with. */
export const ENGINE_VERSION = 4;
