-- CreateIndex
CREATE INDEX "variant_user_id_idx" ON "variant"("user_id");
