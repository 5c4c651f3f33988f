import { isId } from "@/lib/db/id";
import { type AuditAction, type AuditLine, auditActions } from "./audit";

/** A change in plain words: a sentence, and what stood where before and after. */
export interface ToldChange {
  readonly sentence: string;
  readonly details: readonly ToldDetail[];
}

export interface ToldDetail {
  readonly what: string;
  /** Null where there was nothing to tell of before, and where there is nothing after. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What ids stand for: lessons by title, sections by name. */
export type Names = ReadonlyMap<string, string>;

/** A change in words. An id that `names` does not know is told as something that is gone. */
export function tellChange(line: AuditLine, names: Names): ToldChange {
  const before = fieldsOf(line.before);
  const after = fieldsOf(line.after);
  // What is new and says nothing is no news.
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field in before || after[field] !== null)
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  return {
    sentence: sentenceOf(line),
    details: fields.map((field) => ({
      what: labels[field] ?? field,
      before: field in before ? valueText(field, before[field], names) : null,
      after: field in after ? valueText(field, after[field], names) : null,
    })),
  };
}

/** What people do themselves, whoever lets them. */
const own: readonly AuditAction[] = [
  "person.joined",
  "person.claimed",
  "assignment.late-day",
  "account.name",
  "account.password",
  "account.reset",
  "account.linked",
  "account.unlinked",
  "account.token-made",
  "account.token-ended",
  "account.signed-out",
  "account.downloaded",
  "account.deleted",
];

function sentenceOf({ action, actor, person }: AuditLine): string {
  const did = auditActions[action] ?? action;
  if (own.includes(action)) return `${person ?? actor ?? product} ${did}.`;
  const who = actor ?? product;
  if (action === "account.role") return `${who} changed the role of ${person}’s account.`;
  if (action === "extension.given") return `${who} gave ${person ?? "a group"} an extension.`;
  if (action === "extension.ended")
    return `${who} took an extension back from ${person ?? "a group"}.`;
  if (action === "person.moved") return `${who} moved ${person} between sections.`;
  return `${who} ${did}${person ? ` ${person}` : ""}.`;
}

/** A mark as a share, to a tenth of a percent: what is given for 8.25 of 10 points is not 83 %. */
const shareText = (share: number): string => `${Math.round(share * 1000) / 10} %`;

const product = "Chainrule itself";

const labels: Readonly<Record<string, string>> = {
  name: "Name",
  startsOn: "First day",
  endsOn: "Last day",
  timeZone: "Time zone",
  leavesOut: "Lessons left out",
  open: "Joining by code",
  role: "Role",
  campusId: "Campus id",
  group: "Group",
  timeFactor: "Time in what has a limit",
  lateDays: "Late days",
  email: "Email",
  assignment: "Assignment",
  provider: "Provider",
  from: "From section",
  to: "To section",
  points: "Points",
  treatment: "Numbers that are lost",
  keepsHigher: "Higher points are kept",
  report: "Report",
  reply: "Reply",
  exercise: "Exercise",
  column: "In",
  override: "Mark",
  excused: "Excused",
  comment: "Comment",
  categories: "Categories",
  letters: "Letters",
  dueAt: "Due",
};

const order = Object.keys(labels);

/** The database keeps no order: what it was comes first, then fields that have no label here. */
const rankOf = (field: string) => (field === "assignment" ? -2 : order.indexOf(field));

function valueText(field: string, value: unknown, names: Names): string {
  if (Array.isArray(value)) {
    return value.length === 0
      ? "none"
      : value.map((one) => valueText(field, one, names)).join("; ");
  }
  if (field === "override") return value === null ? "as earned" : shareText(Number(value));
  if (field === "excused") return value ? "yes" : "no";
  if (value === null || value === "") return "none";
  if (field === "keepsHigher") return value ? "yes" : "no";
  if (value === true) return "open";
  if (value === false) return "closed";
  const text = String(value);
  if (field === "leavesOut") return names.get(text) ?? "a lesson that is gone";
  if (field === "assignment" && isId(text)) return names.get(text) ?? "an assignment that is gone";
  if (field === "exercise") return names.get(text) ?? "an exercise that is gone";
  if (field === "from" || field === "to") return names.get(text) ?? "a section that is gone";
  if (field === "timeFactor") return timeFactorText(Number(value));
  if (field === "startsOn" || field === "endsOn") return dayText(text);
  return text;
}

/** How much time somebody has: "as others have", or "1.5 times that of others". */
const timeFactorText = (factor: number): string =>
  factor === 1 ? "as others have" : `${factor} times that of others`;

const dayFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A day such as "2027-02-15" as it is said. */
export const dayText = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`));

const fieldsOf = (kept: unknown): Readonly<Record<string, unknown>> =>
  typeof kept === "object" && kept !== null ? { ...kept } : {};
