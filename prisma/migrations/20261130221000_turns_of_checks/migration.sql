-- AlterTable
ALTER TABLE "draft_check" ADD COLUMN     "asked_by_id" UUID,
ADD COLUMN     "turn" INTEGER NOT NULL DEFAULT 0;
