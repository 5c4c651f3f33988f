/** What was typed to a part of an exercise, as this browser keeps it. */
export interface LocalDraft {
  readonly text: string;
  /** The texts that the window which wrote it knew to have stood there. */
  readonly known: readonly string[];
  /** What another window had written, and that one had not seen. */
  readonly other?: string;
}

/** Where a page stands: whose it is, where its exercise is, the how manieth numbers, and their mark. */
export interface FormPlace {
  readonly owner: string;
  readonly back: string;
  readonly number: number;
  readonly mark: string;
}

interface Stored extends LocalDraft, Omit<FormPlace, "mark"> {}

const prefix = "draft:";

/** What was typed to one variant and not sent yet, kept by this browser part by part, so that two windows do not write
 *  over each other. A full or forbidden store loses the drafts alone, not the page. */
export class LocalDrafts {
  private readonly prefix: string;

  constructor(private readonly place: FormPlace) {
    this.prefix = `${prefix}${place.mark}:`;
  }

  read(part: string): LocalDraft | undefined {
    return stored(`${this.prefix}${part}`);
  }

  write(part: string, draft: LocalDraft): void {
    const { owner, back, number } = this.place;
    try {
      localStorage.setItem(
        `${this.prefix}${part}`,
        JSON.stringify({ ...draft, owner, back, number }),
      );
    } catch {}
  }

  drop(part: string): void {
    forget(`${this.prefix}${part}`);
  }

  /** Drops what was typed to a part, with what was typed to it when the variant had other numbers. */
  dropAll(part: string): void {
    for (const key of [`${this.prefix}${part}`, ...this.earlier(part)]) forget(key);
  }

  /** By part, what was typed to this very variant. */
  all(): Record<string, LocalDraft> {
    const drafts: Record<string, LocalDraft> = {};
    for (const key of keys()) {
      const draft = key.startsWith(this.prefix) ? stored(key) : undefined;
      if (draft) drafts[key.slice(this.prefix.length)] = draft;
    }
    return drafts;
  }

  /** What was typed to a part when the variant had other numbers; undefined where nothing was. */
  before(part: string): string | undefined {
    return this.earlier(part).map((key) => stored(key)?.text)[0];
  }

  private earlier(part: string): string[] {
    const { owner, back, number } = this.place;
    return keys().filter((key) => {
      if (!key.endsWith(`:${part}`) || key.startsWith(this.prefix)) return false;
      const draft = stored(key);
      const own = draft?.owner === owner || draft?.owner.startsWith("guest-");
      return own && draft?.back === back && draft.number === number;
    });
  }
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}

function stored(key: string): Stored | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null");
    return typeof draft?.text === "string" && Array.isArray(draft.known) ? draft : undefined;
  } catch {
    return undefined;
  }
}
