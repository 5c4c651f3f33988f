import { useCallback, useEffect, useRef, useState } from "react";
import type { GradePage, GradeRow } from "@/lib/assessment/gradebook/page";
import { type GradeQuery, rowsAPage, searchOf } from "@/lib/assessment/gradebook/query";

interface Shown {
  /** What the rows answer. */
  readonly query: GradeQuery;
  readonly count: number;
  /** By place; those not fetched yet are missing. */
  readonly rows: readonly (GradeRow | undefined)[];
}

/** The rows of a gradebook as far as they were asked for, page by page. What was shown stays until the answer to another
 *  question is there. */
export function useGradeRows(sectionId: string, query: GradeQuery, first: GradePage) {
  const [shown, setShown] = useState<Shown>(() => shownOf(query, first));
  const [failed, setFailed] = useState(false);
  const asked = useRef(new Set<string>());
  const wanted = useRef(keyOf(query));
  wanted.current = keyOf(query);

  const fetchPage = useCallback(
    async (page: GradeQuery) => {
      const address = `/sections/${sectionId}/gradebook/rows${searchOf(page)}`;
      if (asked.current.has(address)) return;
      asked.current.add(address);
      try {
        const response = await fetch(address, { headers: { accept: "application/json" } });
        if (!response.ok) throw new Error(String(response.status));
        const got = (await response.json()) as GradePage;
        if (keyOf(page) !== wanted.current) return;
        setFailed(false);
        setShown((before) => withPage(before, page, got));
      } catch {
        setFailed(true);
      } finally {
        asked.current.delete(address);
      }
    },
    [sectionId],
  );

  const key = keyOf(query);
  const stale = keyOf(shown.query) !== key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what of the query matters
  useEffect(() => {
    if (!stale) return;
    const timer = setTimeout(() => void fetchPage({ ...query, offset: 0 }), 150);
    return () => clearTimeout(timer);
  }, [key, stale, fetchPage]);

  /** Sees to it that these rows come. */
  const want = useCallback(
    (from: number, to: number) => {
      const last = Math.min(to, shown.count - 1);
      for (let page = Math.floor(from / rowsAPage); page * rowsAPage <= last; page++) {
        const offset = page * rowsAPage;
        if (shown.rows[offset] === undefined) void fetchPage({ ...shown.query, offset });
      }
    },
    [shown, fetchPage],
  );

  const retry = () => {
    setFailed(false);
    void fetchPage({ ...query, offset: 0 });
  };
  return { shown, stale, failed, want, retry };
}

const keyOf = (query: GradeQuery): string => searchOf({ ...query, offset: 0 });

function shownOf(query: GradeQuery, { offset, count, rows }: GradePage): Shown {
  const all = Array.from({ length: count }, (_, i) => rows[i - offset]);
  return { query: { ...query, offset: 0 }, count, rows: all };
}

function withPage(before: Shown, query: GradeQuery, page: GradePage): Shown {
  if (keyOf(before.query) !== keyOf(query) || before.count !== page.count)
    return shownOf(query, page);
  const rows = [...before.rows];
  for (const [i, row] of page.rows.entries()) rows[page.offset + i] = row;
  return { ...before, rows };
}
