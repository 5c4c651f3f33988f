-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('reset', 'email');

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "decimal_comma" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "deleted_at" TIMESTAMPTZ,
ADD COLUMN     "time_zone" TEXT;

-- CreateTable
CREATE TABLE "one_time_link" (
    "hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "email" TEXT,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_user_id_purpose_key" ON "one_time_link"("user_id", "purpose");

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
