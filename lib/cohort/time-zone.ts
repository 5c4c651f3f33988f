/** The time zones that can be chosen: IANA's, as this machine knows them. */
export const timeZones: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** Whether this is the name of a time zone that we can tell the time in. */
export const isTimeZone = (name: string): boolean => timeZones.includes(name);
