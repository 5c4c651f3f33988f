-- CreateTable
CREATE TABLE "exercise_features" (
    "version_id" TEXT NOT NULL,
    "kinds" TEXT[],
    "architectures" TEXT[],
    "words" TEXT NOT NULL,

    CONSTRAINT "exercise_features_pkey" PRIMARY KEY ("version_id")
);

-- AddForeignKey
ALTER TABLE "exercise_features" ADD CONSTRAINT "exercise_features_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "exercise_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
