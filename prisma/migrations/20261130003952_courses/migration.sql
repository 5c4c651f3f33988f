-- CreateEnum
CREATE TYPE "course_audience" AS ENUM ('everyone', 'signed-in', 'enrolled');

-- AlterTable
ALTER TABLE "course" ADD COLUMN     "audience" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "draft" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "hours" DOUBLE PRECISION,
ADD COLUMN     "outcomes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "place" INTEGER,
ADD COLUMN     "seen_by" "course_audience" NOT NULL DEFAULT 'everyone';

-- AlterTable
ALTER TABLE "lesson" ADD COLUMN     "minutes" INTEGER,
ADD COLUMN     "teaches" JSONB NOT NULL DEFAULT '[]';
