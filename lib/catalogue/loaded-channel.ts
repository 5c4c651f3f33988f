/** Where PostgreSQL tells that lessons were loaded. */
export const loadedChannel = "lessons_loaded";
