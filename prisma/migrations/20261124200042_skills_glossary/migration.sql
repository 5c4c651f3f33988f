-- AlterTable
ALTER TABLE "course" ADD COLUMN     "glossary" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "skills" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "exercise" ADD COLUMN     "isolates" TEXT[],
ADD COLUMN     "skills" TEXT[];
