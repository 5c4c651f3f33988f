import { expect, test } from "vitest";
import { readTime, zonedText } from "@/lib/assessment/setting/zoned-time";

const berlin = "Europe/Berlin";

const read = (text: string, zone = berlin, kept?: Date) => {
  const time = readTime(text, zone, kept);
  return time.status === "read" ? time.at.toISOString() : time.message;
};

test("a typed time is meant in the section's zone, in summer and in winter", () => {
  expect(read("2027-02-15T23:59")).toBe("2027-02-15T22:59:00.000Z");
  expect(read("2027-07-15T23:59")).toBe("2027-07-15T21:59:00.000Z");
  expect(read("2027-02-15T23:59", "Asia/Kolkata")).toBe("2027-02-15T18:29:00.000Z");
  expect(zonedText(new Date("2027-07-15T21:59:00Z"), berlin)).toBe("2027-07-15T23:59");
});

test("a time that the clocks skip is refused, and why is said", () => {
  expect(read("2027-03-28T02:30")).toBe(
    "There is no 02:30 on 28 March in Europe/Berlin: the clocks go forward over it that night. Choose another time.",
  );
  expect(read("2027-03-28T01:59")).toBe("2027-03-28T00:59:00.000Z");
  expect(read("2027-03-28T03:00")).toBe("2027-03-28T01:00:00.000Z");
  expect(read("2027-03-14T02:30", "America/New_York")).toMatch(/^There is no 02:30 on 14 March/);
});

test("a time that comes twice is the later, which is said; one that was kept as the earlier stays", () => {
  const time = readTime("2027-10-31T02:30", berlin);
  expect(time).toMatchObject({ status: "read", at: new Date("2027-10-31T01:30:00Z") });
  expect(time).toHaveProperty("note", expect.stringMatching(/^02:30 on 31 October comes twice/));
  const earlier = new Date("2027-10-31T00:30:00Z");
  expect(readTime("2027-10-31T02:30", berlin, earlier)).toEqual({ status: "read", at: earlier });
  expect(read("2027-11-07T01:30", "America/New_York")).toBe("2027-11-07T06:30:00.000Z");
});

test.each([
  "",
  "soon",
  "2027-02-30T10:00",
  "2027-13-01T10:00",
  "0027-02-15T10:00",
  "9999-12-31T10:00",
])("%j is no moment", (text) => expect(read(text)).toBe("Choose a day and a time of day."));
