-- What a file has been found to hold is kept with it, so that serving it asks for no second look.
ALTER TABLE "file_content" ADD COLUMN "kinds" TEXT[] NOT NULL DEFAULT '{}';

-- Every file that a course has or had was looked at under its name when it was put there.
UPDATE "file_content" SET "kinds" = "named"."kinds" FROM (
    SELECT "id", array_agg(DISTINCT lower(substring("name" FROM '\.([A-Za-z0-9]+)$'))) AS "kinds" FROM (
        SELECT "content_id" AS "id", "path" AS "name" FROM "course_file" WHERE "content_id" IS NOT NULL
        UNION SELECT "value", "key" FROM "course_version", jsonb_each_text("files")
        UNION SELECT "value", "key" FROM "lesson_version", jsonb_each_text("files")
    ) AS "all" WHERE "name" ~ '\.(png|jpe?g|gif|webp|svg|csv|txt|json|pdf|PNG|JPE?G|GIF|WEBP|SVG|CSV|TXT|JSON|PDF)$'
    GROUP BY "id"
) AS "named" WHERE "file_content"."id" = "named"."id";
