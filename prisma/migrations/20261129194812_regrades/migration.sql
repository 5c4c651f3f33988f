-- CreateEnum
CREATE TYPE "regrade_status" AS ENUM ('planning', 'planned', 'applying', 'applied', 'dropped');

-- CreateEnum
CREATE TYPE "regrade_treatment" AS ENUM ('void', 'excuse', 'keep');

-- AlterTable
ALTER TABLE "assigned_exercise" ADD COLUMN     "at_least" DOUBLE PRECISION NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "regrade" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "exercise_id" UUID NOT NULL,
    "version_id" TEXT NOT NULL,
    "voids" BOOLEAN NOT NULL DEFAULT false,
    "variant_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "status" "regrade_status" NOT NULL DEFAULT 'planning',
    "treatment" "regrade_treatment" NOT NULL DEFAULT 'keep',
    "keeps_higher" BOOLEAN NOT NULL DEFAULT true,
    "reason" TEXT NOT NULL DEFAULT '',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ,

    CONSTRAINT "regrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regrade_change" (
    "regrade_id" UUID NOT NULL,
    "assigned_id" UUID NOT NULL,
    "before" DOUBLE PRECISION NOT NULL,
    "after" DOUBLE PRECISION NOT NULL,
    "voided" DOUBLE PRECISION NOT NULL,
    "lost" TEXT,
    "counted" DOUBLE PRECISION,
    "applied_at" TIMESTAMPTZ,

    CONSTRAINT "regrade_change_pkey" PRIMARY KEY ("regrade_id","assigned_id")
);

-- CreateTable
CREATE TABLE "variant_correction" (
    "variant_id" UUID NOT NULL,
    "regrade_id" UUID NOT NULL,
    "version_id" TEXT NOT NULL,
    "givens" JSONB NOT NULL,
    "key" JSONB NOT NULL,
    "view" JSONB NOT NULL,

    CONSTRAINT "variant_correction_pkey" PRIMARY KEY ("variant_id")
);

-- CreateTable
CREATE TABLE "regrade_result" (
    "regrade_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "regrade_result_pkey" PRIMARY KEY ("regrade_id","submission_id")
);

-- CreateTable
CREATE TABLE "exercise_report" (
    "id" UUID NOT NULL,
    "assigned_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reply" TEXT,
    "replied_by_id" UUID,
    "replied_at" TIMESTAMPTZ,

    CONSTRAINT "exercise_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "regrade_section_id_exercise_id_idx" ON "regrade"("section_id", "exercise_id");

-- CreateIndex
CREATE INDEX "regrade_status_idx" ON "regrade"("status");

-- CreateIndex
CREATE INDEX "regrade_change_assigned_id_idx" ON "regrade_change"("assigned_id");

-- CreateIndex
CREATE INDEX "regrade_result_submission_id_idx" ON "regrade_result"("submission_id");

-- CreateIndex
CREATE INDEX "exercise_report_assigned_id_idx" ON "exercise_report"("assigned_id");

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_exercise_id_fkey" FOREIGN KEY ("exercise_id") REFERENCES "exercise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exercise_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_change" ADD CONSTRAINT "regrade_change_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_change" ADD CONSTRAINT "regrade_change_assigned_id_fkey" FOREIGN KEY ("assigned_id") REFERENCES "assigned_exercise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant_correction" ADD CONSTRAINT "variant_correction_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant_correction" ADD CONSTRAINT "variant_correction_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant_correction" ADD CONSTRAINT "variant_correction_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exercise_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_result" ADD CONSTRAINT "regrade_result_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_result" ADD CONSTRAINT "regrade_result_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exercise_report" ADD CONSTRAINT "exercise_report_assigned_id_fkey" FOREIGN KEY ("assigned_id") REFERENCES "assigned_exercise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exercise_report" ADD CONSTRAINT "exercise_report_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exercise_report" ADD CONSTRAINT "exercise_report_replied_by_id_fkey" FOREIGN KEY ("replied_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
