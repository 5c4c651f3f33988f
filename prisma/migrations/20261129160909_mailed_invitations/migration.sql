-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "mail_due_at" TIMESTAMPTZ,
ADD COLUMN     "mail_fault" TEXT,
ADD COLUMN     "mail_tries" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "invitation_mail_due_at_idx" ON "invitation"("mail_due_at");
