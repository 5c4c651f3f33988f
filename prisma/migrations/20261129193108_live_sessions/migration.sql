-- CreateTable
CREATE TABLE "live_session" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "exercise_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "live_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "live_session_section_id_started_at_idx" ON "live_session"("section_id", "started_at");

-- CreateIndex
CREATE INDEX "live_session_exercise_id_ends_at_idx" ON "live_session"("exercise_id", "ends_at");

-- AddForeignKey
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_exercise_id_fkey" FOREIGN KEY ("exercise_id") REFERENCES "exercise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
