-- AlterTable
ALTER TABLE "course" ADD COLUMN     "loaded_from" TEXT;
