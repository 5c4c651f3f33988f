-- CreateTable
CREATE TABLE "draft" (
    "variant_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "response" TEXT NOT NULL,
    "other" TEXT,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("variant_id","part")
);

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was typed to parts that were not asked for stood in the submissions: where it was typed last, it is a draft.
INSERT INTO "draft" ("variant_id", "part", "response", "updated_at")
SELECT "last"."variant_id", "typed"."key", "typed"."value", "last"."created_at"
FROM (
  SELECT DISTINCT ON ("variant_id") "variant_id", "asked", "responses", "created_at"
  FROM "submission" ORDER BY "variant_id", "created_at" DESC
) AS "last",
LATERAL jsonb_each_text("last"."responses") AS "typed"
WHERE NOT "typed"."key" = ANY("last"."asked")
  AND "typed"."value" ~ '\S'
  AND "typed"."value" IS DISTINCT FROM (
    SELECT "earlier"."responses" ->> "typed"."key" FROM "submission" AS "earlier"
    WHERE "earlier"."variant_id" = "last"."variant_id" AND "typed"."key" = ANY("earlier"."asked")
    ORDER BY "earlier"."created_at" DESC LIMIT 1
  );
