-- What a sealed chunk knows of its lines, so that searches and filters read only chunks that can match ----------------
ALTER TABLE "log_chunk"
    ADD COLUMN "level_counts" SMALLINT[],
    ADD COLUMN "word_hash_a" SMALLINT[],
    ADD COLUMN "word_hash_b" SMALLINT[],
    ADD COLUMN "facet_level" SMALLINT[],
    ADD COLUMN "facet_component" TEXT[],
    ADD COLUMN "facet_device" TEXT[],
    ADD COLUMN "facet_phase" TEXT[],
    ADD COLUMN "facet_count" SMALLINT[],
    ADD COLUMN "frequent_words" TEXT[],
    ADD COLUMN "frequent_lines" SMALLINT[];
UPDATE "log_chunk" SET "sealed" = false, "level_counts" = (
    SELECT ARRAY[count(*) FILTER (WHERE l = 10), count(*) FILTER (WHERE l = 20), count(*) FILTER (WHERE l = 30),
                 count(*) FILTER (WHERE l = 40), count(*) FILTER (WHERE l = 50)]::SMALLINT[]
    FROM unnest("level") AS l);
-- The background work seals them anew.
UPDATE "run" SET "sealed_at" = NULL WHERE "sealed_at" IS NOT NULL;

-- ANALYZE would unpack thousands of array elements a row for statistics that no plan needs.
ALTER TABLE "log_chunk"
    ALTER COLUMN "time" SET STATISTICS 0, ALTER COLUMN "received_at" SET STATISTICS 0, ALTER COLUMN "level" SET STATISTICS 0,
    ALTER COLUMN "component" SET STATISTICS 0, ALTER COLUMN "device" SET STATISTICS 0, ALTER COLUMN "phase" SET STATISTICS 0,
    ALTER COLUMN "message" SET STATISTICS 0, ALTER COLUMN "fields" SET STATISTICS 0, ALTER COLUMN "client_offset" SET STATISTICS 0,
    ALTER COLUMN "word_hash_a" SET STATISTICS 0, ALTER COLUMN "word_hash_b" SET STATISTICS 0,
    ALTER COLUMN "facet_level" SET STATISTICS 0, ALTER COLUMN "facet_component" SET STATISTICS 0,
    ALTER COLUMN "facet_device" SET STATISTICS 0, ALTER COLUMN "facet_phase" SET STATISTICS 0, ALTER COLUMN "facet_count" SET STATISTICS 0,
    ALTER COLUMN "frequent_words" SET STATISTICS 0, ALTER COLUMN "frequent_lines" SET STATISTICS 0;
-- The planner would have workers unpack lines and hand all of them to one process to be filtered there, which takes longer
-- than that process alone; long searches are halved by the application instead.
ALTER TABLE "log_chunk" SET (parallel_workers = 0);

-- Words: chunks that hold all of them, whatever run they are of.
CREATE INDEX "log_chunk_words_idx" ON "log_chunk" USING gin ("word_hash_a", "word_hash_b") WHERE "sealed";
-- Lines across runs, newest first.
CREATE INDEX "log_chunk_max_time_idx" ON "log_chunk"("max_time" DESC, "run_id", "first_seq");
-- Chunks that no index of words knows yet; partial, so that it stays as small as the work that is left.
CREATE INDEX "log_chunk_unsealed_idx" ON "log_chunk"("max_time" DESC) WHERE NOT "sealed";

-- Counters rolled up over runs ---------------------------------------------------------------------------------------
-- How much of a counter the coarser ones below hold; the rest belongs to runs that are not sealed.
ALTER TABLE "line_count" ADD COLUMN "rolled" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "run_device" ADD COLUMN "rolled_level_counts" INTEGER[] NOT NULL DEFAULT ARRAY[0, 0, 0, 0, 0]::INTEGER[];
-- The day under which the run's devices were rolled up: that of its start, whose correction takes the counts back first.
ALTER TABLE "run" ADD COLUMN "rolled_day" DATE;
-- Charts of short ranges, over all runs.
CREATE INDEX "line_count_minute_idx" ON "line_count"("minute");

CREATE TABLE "hour_count" (
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "job_id" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "level_counts" BIGINT[] NOT NULL,
    CONSTRAINT "hour_count_pkey" PRIMARY KEY ("hour", "job_id", "component")
);

CREATE TABLE "device_day_count" (
    "day" DATE NOT NULL,
    "device" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "level_counts" BIGINT[] NOT NULL,
    CONSTRAINT "device_day_count_pkey" PRIMARY KEY ("day", "device", "job_id")
);
