-- CreateTable
CREATE TABLE "review_card" (
    "user_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "skill" TEXT NOT NULL,
    "due" TIMESTAMPTZ NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "rating" SMALLINT NOT NULL,
    "reps" INTEGER NOT NULL,
    "reviewed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "review_card_pkey" PRIMARY KEY ("user_id","course_id","skill")
);

-- CreateIndex
CREATE INDEX "review_card_user_id_due_idx" ON "review_card"("user_id", "due");

-- AddForeignKey
ALTER TABLE "review_card" ADD CONSTRAINT "review_card_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_card" ADD CONSTRAINT "review_card_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
