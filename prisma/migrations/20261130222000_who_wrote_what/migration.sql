-- AlterTable
ALTER TABLE "course_file" ADD COLUMN     "published_version" INTEGER;

-- AlterTable
ALTER TABLE "course_review" ADD COLUMN     "base" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "versions" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "written_by_ids" UUID[];

-- CreateTable
CREATE TABLE "file_hand" (
    "file_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "file_hand_pkey" PRIMARY KEY ("file_id","user_id")
);

-- CreateIndex
CREATE INDEX "file_hand_user_id_idx" ON "file_hand"("user_id");

-- AddForeignKey
ALTER TABLE "file_hand" ADD CONSTRAINT "file_hand_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "course_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_hand" ADD CONSTRAINT "file_hand_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who has changed what until now.
INSERT INTO "file_hand" ("file_id", "user_id", "version")
SELECT c."file_id", c."by_id", max(c."version")
FROM (
    SELECT "file_id", "by_id", "version" FROM "file_change"
    UNION ALL
    SELECT "id", "updated_by_id", "version" FROM "course_file"
) c
JOIN "user" u ON u."id" = c."by_id"
GROUP BY c."file_id", c."by_id";

-- A file that says what was published last was published as it is.
UPDATE "course_file" f SET "published_version" = f."version"
FROM (
    SELECT DISTINCT ON ("course_id") "course_id", "files" FROM "course_version" ORDER BY "course_id", "number" DESC
) v
WHERE v."course_id" = f."course_id"
    AND v."files" ->> f."path" = coalesce(f."content_id", encode(sha256(convert_to(f."text", 'UTF8')), 'hex'))
    AND f."removed_at" IS NULL;

-- What the files that a review asks about said when it was asked for, and who had changed them by now.
UPDATE "course_review" r SET
    "base" = (
        SELECT coalesce(jsonb_object_agg(asked."path", coalesce((
            SELECT v."files" -> asked."path" FROM "course_version" v
            WHERE v."course_id" = r."course_id" AND v."at" <= r."asked_at" ORDER BY v."number" DESC LIMIT 1
        ), 'null'::jsonb)), '{}')
        FROM jsonb_object_keys(r."files") AS asked("path")
    ),
    "written_by_ids" = (
        SELECT coalesce(array_agg(DISTINCT h."user_id"), '{}')
        FROM "file_hand" h JOIN "course_file" f ON f."id" = h."file_id"
        WHERE f."course_id" = r."course_id" AND r."files" ? f."path"
            AND h."version" > coalesce(f."published_version", -1)
    );
