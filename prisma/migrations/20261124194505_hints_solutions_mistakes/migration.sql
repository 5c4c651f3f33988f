-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "counts" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "variant" ADD COLUMN     "hints" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "opened_at" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "mistake" (
    "user_id" UUID NOT NULL,
    "exercise_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mistake_pkey" PRIMARY KEY ("user_id","exercise_id","rule")
);

-- CreateIndex
CREATE INDEX "mistake_exercise_id_idx" ON "mistake"("exercise_id");

-- AddForeignKey
ALTER TABLE "mistake" ADD CONSTRAINT "mistake_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mistake" ADD CONSTRAINT "mistake_exercise_id_fkey" FOREIGN KEY ("exercise_id") REFERENCES "exercise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
