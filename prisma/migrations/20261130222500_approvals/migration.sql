-- AlterTable
ALTER TABLE "course_version" ADD COLUMN     "approved_by_id" UUID;

-- AddForeignKey
ALTER TABLE "course_version" ADD CONSTRAINT "course_version_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Versions that reviews have made: each was decided right after its version was made.
UPDATE "course_version" v SET "approved_by_id" = (
  SELECT r."decided_by_id" FROM "course_review" r
  WHERE r."course_id" = v."course_id" AND r."state" = 'published' AND r."note" = v."note"
    AND r."decided_at" BETWEEN v."at" AND v."at" + interval '1 minute'
  ORDER BY r."decided_at" LIMIT 1
);
