-- AlterTable
ALTER TABLE "score" ADD COLUMN     "first_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Numbers are frozen when somebody first types to them. For tries before today, that is when the first came.
UPDATE "score" s SET "first_at" = least(s.updated_at, coalesce((
  SELECT v.created_at FROM "variant" v
  WHERE v.user_id = s.user_id AND v.exercise_id = s.exercise_id AND v.number = s.first_number AND v.assigned_id IS NULL
), s.updated_at));
