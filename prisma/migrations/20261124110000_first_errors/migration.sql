-- What a failed device wrote first, noted when its run is sealed, so that causes of many devices in many runs need no chunks --
ALTER TABLE "run_device" ADD COLUMN "first_errors" JSONB NOT NULL DEFAULT '[]';

-- Runs that are sealed already are sealed once more, which notes them; their chunks stay as they are.
UPDATE "run" SET "sealed_at" = NULL WHERE "sealed_at" IS NOT NULL AND "device_counts"[6] + "device_counts"[7] > 0;
