import { z } from "zod";

const uuid = z.uuid();

/** Whether a piece of an address can be a record's id; PostgreSQL refuses to look for anything else. */
export const isId = (text: string): boolean => uuid.safeParse(text).success;
