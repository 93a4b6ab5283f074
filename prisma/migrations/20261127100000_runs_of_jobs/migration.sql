-- Runs are told apart by their job and the sender's own id; run.id is the address (docs/decisions/0021-which-run.md) --------
ALTER TABLE "run"
    ADD COLUMN "sender_run_id" TEXT,
    ADD COLUMN "is_start_given" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "first_line_at" TIMESTAMPTZ(3),
    ADD COLUMN "last_line_at" TIMESTAMPTZ(3),
    ADD COLUMN "stray_line_at" TIMESTAMPTZ(3);
-- Runs that were announced cannot be told any more from those that only their lines named: their starts stay as they are.
UPDATE "run" SET "sender_run_id" = "id", "is_start_given" = true WHERE NOT "is_implicit";
-- By the sender's id first, for lines that name no job.
CREATE UNIQUE INDEX "run_sender_run_id_job_id_key" ON "run"("sender_run_id", "job_id");

UPDATE "run" AS r SET "first_line_at" = least(c."first", r."last_received_at"), "last_line_at" = least(c."last", r."last_received_at")
FROM (SELECT "run_id", min("min_time") AS "first", max("max_time") AS "last" FROM "log_chunk" GROUP BY "run_id") AS c
WHERE c."run_id" = r."id";

-- How far a device's clock is off, where it is more than a day.
ALTER TABLE "run_device" ADD COLUMN "clock_skew_seconds" BIGINT;

-- A start after the last sign of life is a clock gone wrong: the run began, at the latest, when it was first heard of ------
-- What was rolled up of such a run's devices moves from the day of its old start to the day of the new one.
INSERT INTO "device_day_count" AS t ("day", "device", "job_id", "level_counts")
SELECT (r."created_at" AT TIME ZONE 'UTC')::date, d."device", r."job_id",
       ARRAY[sum(d."rolled_level_counts"[1]), sum(d."rolled_level_counts"[2]), sum(d."rolled_level_counts"[3]),
             sum(d."rolled_level_counts"[4]), sum(d."rolled_level_counts"[5])]
FROM "run" r JOIN "run_device" d ON d."run_id" = r."id"
WHERE r."started_at" > r."last_received_at" AND r."rolled_day" IS NOT NULL
GROUP BY 1, 2, 3
ON CONFLICT ("day", "device", "job_id") DO UPDATE SET "level_counts" = ARRAY[
    t."level_counts"[1] + excluded."level_counts"[1], t."level_counts"[2] + excluded."level_counts"[2],
    t."level_counts"[3] + excluded."level_counts"[3], t."level_counts"[4] + excluded."level_counts"[4],
    t."level_counts"[5] + excluded."level_counts"[5]];
UPDATE "device_day_count" AS t SET "level_counts" = ARRAY[
    t."level_counts"[1] - o.l1, t."level_counts"[2] - o.l2, t."level_counts"[3] - o.l3,
    t."level_counts"[4] - o.l4, t."level_counts"[5] - o.l5]
FROM (
    SELECT r."rolled_day", d."device", r."job_id",
           sum(d."rolled_level_counts"[1]) AS l1, sum(d."rolled_level_counts"[2]) AS l2, sum(d."rolled_level_counts"[3]) AS l3,
           sum(d."rolled_level_counts"[4]) AS l4, sum(d."rolled_level_counts"[5]) AS l5
    FROM "run" r JOIN "run_device" d ON d."run_id" = r."id"
    WHERE r."started_at" > r."last_received_at" AND r."rolled_day" IS NOT NULL
    GROUP BY 1, 2, 3) AS o
WHERE t."day" = o."rolled_day" AND t."device" = o."device" AND t."job_id" = o."job_id";
UPDATE "run" SET "rolled_day" = ("created_at" AT TIME ZONE 'UTC')::date
WHERE "started_at" > "last_received_at" AND "rolled_day" IS NOT NULL;
UPDATE "run" SET "started_at" = "created_at" WHERE "started_at" > "last_received_at";
