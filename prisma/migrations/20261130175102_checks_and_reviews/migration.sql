-- CreateEnum
CREATE TYPE "draft_check_state" AS ENUM ('checking', 'passed', 'failed');

-- CreateEnum
CREATE TYPE "course_review_state" AS ENUM ('waiting', 'published', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "draft_check" (
    "id" TEXT NOT NULL,
    "course_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "around" JSONB NOT NULL,
    "state" "draft_check_state" NOT NULL DEFAULT 'checking',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "report" TEXT,
    "moved_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_review" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "state" "course_review_state" NOT NULL DEFAULT 'waiting',
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ,
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "course_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "draft_check_state_moved_at_idx" ON "draft_check"("state", "moved_at");

-- CreateIndex
CREATE INDEX "course_review_course_id_asked_at_idx" ON "course_review"("course_id", "asked_at");

-- AddForeignKey
ALTER TABLE "course_version" ADD CONSTRAINT "course_version_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_check" ADD CONSTRAINT "draft_check_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_review" ADD CONSTRAINT "course_review_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_review" ADD CONSTRAINT "course_review_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_review" ADD CONSTRAINT "course_review_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
