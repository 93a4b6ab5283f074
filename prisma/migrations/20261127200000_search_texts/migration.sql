-- What a search looks into instead of message and fields, where that is not the stored text -------------------------------
-- NULL in the chunks there are, which says that nobody has looked: nothing is rewritten here, the background work seals them anew.
ALTER TABLE "log_chunk" ADD COLUMN "search_message" TEXT[], ADD COLUMN "search_fields" TEXT[];
ALTER TABLE "log_chunk"
    ALTER COLUMN "search_message" SET DEFAULT '{}', ALTER COLUMN "search_fields" SET DEFAULT '{}',
    ALTER COLUMN "search_message" SET STATISTICS 0, ALTER COLUMN "search_fields" SET STATISTICS 0;
-- Sealed chunks that nobody has looked into; partial, so that it stays as small as the work that is left.
CREATE INDEX "log_chunk_unread_idx" ON "log_chunk"("run_id", "first_seq") WHERE "sealed" AND "search_message" IS NULL;
