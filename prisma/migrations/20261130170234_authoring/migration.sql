-- CreateEnum
CREATE TYPE "course_home" AS ENUM ('folder', 'product');

-- CreateEnum
CREATE TYPE "author_role" AS ENUM ('author', 'co_author');

-- AlterTable
ALTER TABLE "course" ADD COLUMN     "home" "course_home" NOT NULL DEFAULT 'folder',
ADD COLUMN     "reviewed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "course_author" (
    "course_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "author_role" NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_author_pkey" PRIMARY KEY ("course_id","user_id")
);

-- CreateTable
CREATE TABLE "file_content" (
    "id" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_content_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_file" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "text" TEXT,
    "content_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "course_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_change" (
    "file_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "client_id" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_change_pkey" PRIMARY KEY ("file_id","version")
);

-- CreateTable
CREATE TABLE "file_window" (
    "file_id" UUID NOT NULL,
    "client_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_window_pkey" PRIMARY KEY ("file_id","client_id")
);

-- CreateTable
CREATE TABLE "course_version" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "files" JSONB NOT NULL,

    CONSTRAINT "course_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "course_author_user_id_idx" ON "course_author"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_file_course_id_path_key" ON "course_file"("course_id", "path");

-- CreateIndex
CREATE UNIQUE INDEX "course_version_course_id_number_key" ON "course_version"("course_id", "number");

-- AddForeignKey
ALTER TABLE "course_author" ADD CONSTRAINT "course_author_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_author" ADD CONSTRAINT "course_author_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_file" ADD CONSTRAINT "course_file_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_change" ADD CONSTRAINT "file_change_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "course_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_window" ADD CONSTRAINT "file_window_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "course_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_window" ADD CONSTRAINT "file_window_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_version" ADD CONSTRAINT "course_version_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
