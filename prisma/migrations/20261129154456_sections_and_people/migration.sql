-- CreateEnum
CREATE TYPE "section_role" AS ENUM ('student', 'assistant', 'instructor');

-- AlterTable
ALTER TABLE "enrollment" ADD COLUMN     "campus_id" TEXT,
ADD COLUMN     "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "removed_at" TIMESTAMPTZ;

-- A role in a section is no longer a role in the product: what was admin there is instructor now.
ALTER TABLE "enrollment" ALTER COLUMN "role" DROP DEFAULT,
ALTER COLUMN "role" TYPE "section_role" USING (CASE "role"::text WHEN 'student' THEN 'student' ELSE 'instructor' END)::"section_role",
ALTER COLUMN "role" SET DEFAULT 'student';

-- AlterTable
ALTER TABLE "section" ADD COLUMN     "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "demo" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "ends_on" DATE,
ADD COLUMN     "join_code" TEXT,
ADD COLUMN     "leaves_out" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "starts_on" DATE,
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'UTC';

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "nonce" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ,
    "claimed_at" TIMESTAMPTZ,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "section_id" UUID,
    "person_id" UUID,
    "action" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "invitation_section_id_idx" ON "invitation"("section_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_user_id_section_id_key" ON "invitation"("user_id", "section_id");

-- CreateIndex
CREATE INDEX "audit_event_section_id_at_idx" ON "audit_event"("section_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_person_id_idx" ON "audit_event"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "section_join_code_key" ON "section"("join_code");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE SET NULL ON UPDATE CASCADE;
