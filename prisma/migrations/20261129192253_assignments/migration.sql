-- CreateEnum
CREATE TYPE "assignment_kind" AS ENUM ('homework', 'exam');

-- DropIndex
DROP INDEX "variant_user_id_exercise_id_number_key";

-- AlterTable
ALTER TABLE "enrollment" ADD COLUMN     "group" TEXT,
ADD COLUMN     "time_factor" DOUBLE PRECISION NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "section" ADD COLUMN     "grading" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "late_days" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "calendar_nonce" UUID;

-- AlterTable
ALTER TABLE "variant" ADD COLUMN     "assigned_id" UUID;

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "kind" "assignment_kind" NOT NULL DEFAULT 'homework',
    "category" TEXT,
    "published_at" TIMESTAMPTZ,
    "opens_at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "closes_at" TIMESTAMPTZ NOT NULL,
    "policy" JSONB NOT NULL,
    "password" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_item" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "draws" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_exercise" (
    "item_id" UUID NOT NULL,
    "exercise_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "item_exercise_pkey" PRIMARY KEY ("item_id","exercise_id")
);

-- CreateTable
CREATE TABLE "assignment_work" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ,
    "handed_in_at" TIMESTAMPTZ,
    "by_clock" BOOLEAN NOT NULL DEFAULT false,
    "override" DOUBLE PRECISION,
    "excused" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "assignment_work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assigned_exercise" (
    "id" UUID NOT NULL,
    "work_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "exercise_id" UUID NOT NULL,
    "version_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "share" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "answered_at" TIMESTAMPTZ,
    "override" DOUBLE PRECISION,
    "excused" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "assigned_exercise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extension" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "user_id" UUID,
    "group" TEXT,
    "due_at" TIMESTAMPTZ,
    "closes_at" TIMESTAMPTZ,
    "extra_attempts" INTEGER NOT NULL DEFAULT 0,
    "extra_minutes" INTEGER NOT NULL DEFAULT 0,
    "late_days" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock_shift" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "ahead_ms" BIGINT NOT NULL,

    CONSTRAINT "clock_shift_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assignment_section_id_due_at_idx" ON "assignment"("section_id", "due_at");

-- CreateIndex
CREATE INDEX "assignment_item_assignment_id_idx" ON "assignment_item"("assignment_id");

-- CreateIndex
CREATE INDEX "item_exercise_exercise_id_idx" ON "item_exercise"("exercise_id");

-- CreateIndex
CREATE INDEX "assignment_work_user_id_idx" ON "assignment_work"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_work_assignment_id_user_id_key" ON "assignment_work"("assignment_id", "user_id");

-- CreateIndex
CREATE INDEX "assigned_exercise_item_id_idx" ON "assigned_exercise"("item_id");

-- CreateIndex
CREATE INDEX "assigned_exercise_exercise_id_idx" ON "assigned_exercise"("exercise_id");

-- CreateIndex
CREATE UNIQUE INDEX "assigned_exercise_work_id_item_id_exercise_id_key" ON "assigned_exercise"("work_id", "item_id", "exercise_id");

-- CreateIndex
CREATE INDEX "extension_assignment_id_idx" ON "extension"("assignment_id");

-- CreateIndex
CREATE INDEX "extension_user_id_idx" ON "extension"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_calendar_nonce_key" ON "user"("calendar_nonce");

-- CreateIndex
CREATE UNIQUE INDEX "variant_practised_key" ON "variant"("user_id", "exercise_id", "number") WHERE (assigned_id IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "variant_assigned_id_number_key" ON "variant"("assigned_id", "number");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_item" ADD CONSTRAINT "assignment_item_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_exercise" ADD CONSTRAINT "item_exercise_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "assignment_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_exercise" ADD CONSTRAINT "item_exercise_exercise_id_fkey" FOREIGN KEY ("exercise_id") REFERENCES "exercise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_work" ADD CONSTRAINT "assignment_work_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_work" ADD CONSTRAINT "assignment_work_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned_exercise" ADD CONSTRAINT "assigned_exercise_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "assignment_work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned_exercise" ADD CONSTRAINT "assigned_exercise_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "assignment_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned_exercise" ADD CONSTRAINT "assigned_exercise_exercise_id_fkey" FOREIGN KEY ("exercise_id") REFERENCES "exercise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assigned_exercise" ADD CONSTRAINT "assigned_exercise_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exercise_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant" ADD CONSTRAINT "variant_assigned_id_fkey" FOREIGN KEY ("assigned_id") REFERENCES "assigned_exercise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The clock that deadlines go by. Tests turn it, and elsewhere it is PostgreSQL's own.
CREATE FUNCTION clock_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT now() + coalesce((SELECT ahead_ms FROM clock_shift WHERE id = 1), 0) * interval '1 millisecond'
$$;
